package io.heliograph.spi.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The public surface of the SPI as lines of text: types, what they extend and permit, and every member a plugin can see. */
final class Surface {
    private static final int CALLABLE = Modifier.PUBLIC | Modifier.PROTECTED;

    private Surface() {}

    /** One line for each public type and member of the classes beneath {@code classes}, in a fixed order. */
    static List<String> of(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file).toString().replace('/', '.'))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> !name.endsWith("-info"))
                    .sorted()
                    .map(Surface::load)
                    .filter(Surface::visible)
                    .flatMap(Surface::lines)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Surface.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean visible(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return (type.getModifiers() & CALLABLE) != 0
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && (outer == null || visible(outer));
    }

    private static Stream<String> lines(Class<?> type) {
        Stream<String> members = Stream.of(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(field -> callable(field.getModifiers(), field.isSynthetic()))
                                .map(Surface::field),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(each -> callable(each.getModifiers(), each.isSynthetic()))
                                .map(Surface::constructor),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(each -> callable(each.getModifiers(), each.isSynthetic()))
                                .map(Surface::method))
                .flatMap(each -> each)
                .sorted(Comparator.naturalOrder())
                .map(member -> "  " + member);
        return Stream.concat(Stream.of(head(type)), members);
    }

    private static boolean callable(int modifiers, boolean synthetic) {
        return (modifiers & CALLABLE) != 0 && !synthetic;
    }

    private static String head(Class<?> type) {
        String kind = type.isAnnotation()
                ? "annotation"
                : type.isInterface() ? "interface" : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
        StringBuilder line = new StringBuilder(Modifier.toString(type.getModifiers() & ~Modifier.INTERFACE));
        line.append(type.isSealed() ? " sealed " : " ").append(kind).append(' ').append(type.getName());
        if (type.getTypeParameters().length > 0) {
            line.append(joined(Arrays.stream(type.getTypeParameters()).map(Object::toString), "<", ">"));
        }
        AnnotatedType parent = type.getAnnotatedSuperclass();
        if (parent != null && parent.getType() != Object.class && !type.isRecord() && !type.isEnum()) {
            line.append(" extends ").append(parent);
        }
        line.append(joined(Arrays.stream(type.getAnnotatedInterfaces()).map(Object::toString), " implements ", ""));
        if (type.isSealed()) {
            line.append(joined(
                    Arrays.stream(type.getPermittedSubclasses())
                            .map(Class::getName)
                            .sorted(),
                    " permits ",
                    ""));
        }
        return line.toString();
    }

    private static String field(Field field) {
        return Modifier.toString(field.getModifiers()) + " " + field.getAnnotatedType() + " " + field.getName();
    }

    private static String constructor(Constructor<?> each) {
        return Modifier.toString(each.getModifiers()) + " new" + signature(each);
    }

    private static String method(Method each) {
        return Modifier.toString(each.getModifiers())
                + (each.isDefault() ? " default " : " ")
                + joined(Arrays.stream(each.getTypeParameters()).map(Object::toString), "<", "> ")
                + each.getAnnotatedReturnType()
                + " "
                + each.getName()
                + signature(each);
    }

    private static String signature(Executable each) {
        return "("
                + Arrays.stream(each.getAnnotatedParameterTypes())
                        .map(Object::toString)
                        .collect(Collectors.joining(", "))
                + ")"
                + joined(
                        Arrays.stream(each.getAnnotatedExceptionTypes())
                                .map(Object::toString)
                                .sorted(),
                        " throws ",
                        "");
    }

    private static String joined(Stream<String> parts, String before, String after) {
        String all = parts.collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : before + all + after;
    }
}
