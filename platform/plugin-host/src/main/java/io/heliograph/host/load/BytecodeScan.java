package io.heliograph.host.load;

import io.heliograph.host.config.Need;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads every class of a jar, those for other Java versions included, and tells what of the JDK it uses. What it reads
 * are the constant pools: whatever code can name, it names there. A forbidden name as a text counts too, since a look-up
 * by name is how one gets around a class loader.
 */
final class BytecodeScan {
    private static final int LARGEST_CLASS_BYTES = 8 * 1024 * 1024;

    private BytecodeScan() {}

    /**
     * The needs, each with one place that has it, as {@code class: name}.
     *
     * @throws IOException if the jar or a class in it is damaged
     */
    static Map<Need, String> scan(JarFile jar) throws IOException {
        Map<Need, String> found = new TreeMap<>();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().endsWith(".class")) {
                if (entry.getSize() > LARGEST_CLASS_BYTES) {
                    throw new IOException("the class " + entry.getName() + " is larger than 8 MB");
                }
                scan(entry.getName(), jar.getInputStream(entry).readAllBytes(), found);
            }
        }
        return found;
    }

    private static void scan(String name, byte[] bytes, Map<Need, String> found) throws IOException {
        try {
            ClassModel model = ClassFile.of().parse(bytes);
            if (model.methods().stream().anyMatch(m -> m.flags().has(java.lang.reflect.AccessFlag.NATIVE))) {
                found.putIfAbsent(Need.NATIVE, name + ": a native method");
            }
            for (PoolEntry entry : model.constantPool()) {
                note(name, entry, found);
            }
        } catch (IllegalArgumentException damaged) {
            throw new IOException("the class " + name + " is damaged", damaged);
        }
    }

    private static void note(String where, PoolEntry entry, Map<Need, String> found) {
        String what;
        Optional<Need> need;
        switch (entry) {
            case ClassEntry one -> {
                what = dotted(one.asInternalName());
                need = ForbiddenNames.need(what);
            }
            case MemberRefEntry member -> {
                String owner = dotted(member.owner().asInternalName());
                what = owner + "." + member.name().stringValue();
                need = ForbiddenCalls.need(owner, member.name().stringValue());
            }
            case StringEntry text -> {
                what = dotted(text.stringValue());
                need = looksLikeName(what) ? ForbiddenNames.need(what) : Optional.empty();
            }
            default -> {
                return;
            }
        }
        String place = where + ": " + what;
        need.ifPresent(one -> found.putIfAbsent(one, place));
    }

    private static boolean looksLikeName(String text) {
        return text.length() < 200 && text.indexOf('.') > 0 && text.indexOf(' ') < 0;
    }

    /** Class names with dots, arrays by their element. */
    private static String dotted(@Nullable String internal) {
        String name = String.valueOf(internal);
        int arrays = 0;
        while (arrays < name.length() && name.charAt(arrays) == '[') {
            arrays++;
        }
        if (arrays > 0 && name.startsWith("L", arrays) && name.endsWith(";")) {
            name = name.substring(arrays + 1, name.length() - 1);
        }
        return name.replace('/', '.');
    }
}
