package wandb.auth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wandb.auth.system.Checkout;

/**
 * What authors of plugins compile against: every public signature of the packages that are exported to everybody. A change of
 * it is a decision, made by changing the text as well.
 */
class SpiSignaturesTest {

    private static final List<String> PACKAGES = List.of("wandb.auth.domain", "wandb.auth.domain.spi");

    @Test
    void thePublicSignaturesAreThoseOfTheText() throws Exception {
        Path text = Checkout.resource("spi.txt");
        String signatures = signatures();
        Path actual = Checkout.ROOT.resolve("system-tests/target/spi.txt");
        Files.writeString(actual, signatures);
        assertEquals(Files.readString(text), signatures, () -> "if it is meant: copy " + actual + " over the text");
    }

    @Test
    void everyTypeTellsSinceWhichVersionItIsThere() throws IOException {
        List<String> silent = new ArrayList<>();
        for (String name : PACKAGES) {
            Path folder = Checkout.ROOT.resolve("auth-domain/src/main/java").resolve(name.replace('.', '/'));
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.java")) {
                for (Path file : files) {
                    if (!Files.readString(file).contains("\n * @since 0.")) {
                        silent.add(file.getFileName().toString());
                    }
                }
            }
        }
        assertEquals(List.of(), silent);
    }

    private static String signatures() throws IOException, ClassNotFoundException {
        TreeMap<String, Class<?>> types = new TreeMap<>();
        for (String name : PACKAGES) {
            Path folder = Checkout.ROOT.resolve("auth-domain/target/classes").resolve(name.replace('.', '/'));
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.class")) {
                for (Path file : files) {
                    String simple = file.getFileName().toString().replace(".class", "");
                    Class<?> type = Class.forName(name + "." + simple, false, SpiSignaturesTest.class.getClassLoader());
                    if (isVisible(type)) {
                        types.put(type.getName(), type);
                    }
                }
            }
        }
        return types.values().stream().map(SpiSignaturesTest::of).collect(Collectors.joining("\n"));
    }

    private static boolean isVisible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static String of(Class<?> type) {
        TreeSet<String> members = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field.getModifiers()) && !field.isSynthetic()) {
                members.add(field.toGenericString());
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            add(members, constructor);
        }
        for (Method method : type.getDeclaredMethods()) {
            add(members, method);
        }
        List<String> lines = new ArrayList<>();
        lines.add(type.toGenericString() + above(type));
        members.forEach(member -> lines.add("    " + member));
        return String.join("\n", lines) + "\n";
    }

    private static void add(Set<String> members, Executable executable) {
        if (isVisible(executable.getModifiers()) && !executable.isSynthetic()) {
            members.add(executable.toGenericString());
        }
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    /** What it extends and implements, and for a sealed type what extends it. */
    private static String above(Class<?> type) {
        StringBuilder above = new StringBuilder();
        Type parent = type.getGenericSuperclass();
        if (parent != null && parent != Object.class) {
            above.append(" extends ").append(parent.getTypeName());
        }
        append(above, " implements ", type.getGenericInterfaces());
        if (type.isSealed()) {
            append(above, " permits ", type.getPermittedSubclasses());
        }
        return above.toString();
    }

    private static void append(StringBuilder above, String word, Type... types) {
        if (types.length > 0) {
            above.append(word)
                    .append(Arrays.stream(types).map(Type::getTypeName).sorted().collect(Collectors.joining(", ")));
        }
    }
}
