package io.heliograph.plugins.procedural.prompt;

import java.util.List;
import java.util.Set;

/**
 * What a prompt asks for, in the renderer's own terms.
 *
 * @param drawn words of the prompt that are in the picture
 * @param ignored words of the prompt that this renderer cannot draw; the interface should show them
 */
public record SceneSpec(
        Family family,
        TimeOfDay time,
        Set<Thing> things,
        Style style,
        Tint tint,
        List<String> drawn,
        List<String> ignored) {

    public boolean has(Thing t) {
        return things.contains(t);
    }

    public boolean any(Thing... ts) {
        for (Thing t : ts) if (things.contains(t)) return true;
        return false;
    }

    public boolean water() {
        return any(Thing.SEA, Thing.LAKE, Thing.RIVER);
    }

    public boolean dark() {
        return time == TimeOfDay.NIGHT;
    }
}
