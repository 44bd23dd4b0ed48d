package io.heliograph.plugins.procedural.plants;

/** One tree: where it stands, how high it is, its picture, and the light that reaches it. */
record Tree(float x, float y, float z, float height, Sprite sprite, boolean flip, float tone, float warm, float sun) {}
