package io.heliograph.plugins.procedural.town;

/** The boxes one vertical plane cuts, sorted by distance. */
public final class Column {
    int count;
    final float[] entry = new float[768], exit = new float[768];
    final int[] box = new int[768], face = new int[768];
    public float distance;
}
