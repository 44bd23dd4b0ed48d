package io.heliograph.plugins.procedural.prompt;

/** The five kinds of scene, each with a painter of its own. */
public enum Family {
    LANDSCAPE,
    CITY,
    SPACE,
    UNDERWATER,
    ABSTRACT
}
