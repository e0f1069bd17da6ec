package wandb.auth.dist.rewrite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Rewritten classes do what they did, and need nothing that the JVM makes at run time. */
class CdsClassRewriterTest {

    sealed interface Shape {
        record Circle(double radius) implements Shape {}

        record Square(int side, String name) implements Shape {}

        record Nothing() implements Shape {}

        enum Constant implements Shape {
            POINT
        }
    }

    record Everything(
            boolean a, byte b, char c, short d, int e, long f, float g, double h, String i, Optional<Shape> j) {}

    record Nothing() {}

    /** What the rewritten copy of this class is asked for. */
    static final class Answers implements Function<Object, Object> {
        @Override
        public Object apply(Object value) {
            return switch (value) {
                case Shape.Circle circle -> "a circle of " + circle.radius();
                case Shape.Square square -> "a square, " + square.name();
                case Shape.Nothing nothing -> "nothing";
                case Shape.Constant constant -> "a point";
                case String text -> "a text";
                default -> "something else";
            };
        }
    }

    static Stream<Object> values() {
        return Stream.of(
                new Shape.Circle(1),
                new Shape.Circle(Double.NaN),
                new Shape.Square(2, "small"),
                new Shape.Nothing(),
                Shape.Constant.POINT,
                "text",
                5);
    }

    @ParameterizedTest
    @MethodSource("values")
    void aSwitchOverTypesFindsTheSameCase(Object value) throws Exception {
        Function<Object, Object> rewritten = rewritten(Answers.class);
        assertEquals(new Answers().apply(value), rewritten.apply(value));
    }

    @Test
    void aSwitchOverTypesStillRefusesNull() throws Exception {
        Function<Object, Object> rewritten = rewritten(Answers.class);
        assertThrows(NullPointerException.class, () -> rewritten.apply(null));
    }

    @Test
    void aRecordComparesHashesAndShowsItsComponentsAsBefore() throws Exception {
        Object[] values = {true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, Double.NaN, "text", Optional.empty()};
        Everything original =
                new Everything(true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, Double.NaN, "text", Optional.empty());
        Class<?> type = define(Everything.class);
        Object copy = create(type, values);
        assertEquals(original.toString(), copy.toString());
        assertEquals(original.hashCode(), copy.hashCode());
        assertEquals(copy, create(type, values));
        assertNotEquals(copy, original, "another class");
        assertFalse(copy.equals(null));
        Object[] others = {false, (byte) 9, 'x', (short) 9, 9, 9L, 9f, 0.0, null, Optional.of(new Shape.Nothing())};
        for (int i = 0; i < values.length; i++) {
            Object[] changed = values.clone();
            changed[i] = others[i];
            assertNotEquals(copy, create(type, changed), "component " + i);
        }
    }

    @Test
    void aRecordWithoutComponentsIsShownAsBefore() throws Exception {
        Class<?> type = define(Nothing.class);
        assertEquals("Nothing[]", create(type).toString());
        assertEquals(create(type), create(type));
        assertEquals(0, create(type).hashCode());
    }

    @Test
    void nothingIsLeftForTheJvmToMakeButLambdas() throws Exception {
        for (Class<?> type : List.of(Answers.class, Everything.class, Shape.Square.class)) {
            assertTrue(IndyExpander.concern(ClassFile.of().parse(bytes(type.getName()))), "a case that proves nothing");
            assertFalse(IndyExpander.concern(ClassFile.of().parse(rewrite(type.getName()))));
        }
    }

    @Test
    void aClassWithoutThatIsNotTouched() throws Exception {
        byte[] bytes = bytes(CdsClassRewriter.class.getName());
        assertArrayEquals(bytes, new CdsClassRewriter(Map.of()).rewrite(bytes));
    }

    @Test
    void aLibraryForJava5IsRaisedAndItsMethodsAreValid() throws Exception {
        String name = CommandLine.class.getName();
        assertEquals(ClassFile.JAVA_5_VERSION, ClassFile.of().parse(bytes(name)).majorVersion());
        byte[] rewritten = rewrite(name);
        ClassModel model = ClassFile.of().parse(rewritten);
        assertEquals(ClassFile.latestMajorVersion(), model.majorVersion());
        assertEquals(List.of(), ClassFile.of().verify(rewritten));
    }

    /** Parses arguments, and gives what the options got. */
    static final class Parsing implements Function<Object, Object> {
        @Override
        public Object apply(Object arguments) {
            CommandSpec spec = CommandSpec.create()
                    .addOption(OptionSpec.builder("--switch").build())
                    .addOption(OptionSpec.builder("--text").type(String.class).build())
                    .addOption(OptionSpec.builder("--number").type(int.class).build())
                    .addPositional(PositionalParamSpec.builder()
                            .arity("0..*")
                            .type(List.class)
                            .auxiliaryTypes(String.class)
                            .build());
            ParseResult parsed = new CommandLine(spec).parseArgs(((String) arguments).split(" ", -1));
            return parsed.matchedOptionValue("--switch", false) + " " + parsed.matchedOptionValue("--text", "") + " "
                    + parsed.matchedPositionalValue(0, List.of());
        }
    }

    @Test
    void picocliReadsTextsAndSwitchesAndNothingElse() throws Exception {
        Function<Object, Object> rewritten = withRewrittenPicocli(Parsing.class);
        String arguments = "--switch --text a b c";
        assertEquals("true a [b, c]", new Parsing().apply(arguments));
        assertEquals("true a [b, c]", rewritten.apply(arguments));
        assertDoesNotThrow(() -> new Parsing().apply("--number 1"), "a case that proves nothing");
        RuntimeException problem = assertThrows(RuntimeException.class, () -> rewritten.apply("--number 1"));
        assertTrue(problem.getMessage().contains("No TypeConverter registered"), problem.getMessage());
    }

    /** A new one that uses the library as it is in the image. */
    @SuppressWarnings("unchecked")
    private static Function<Object, Object> withRewrittenPicocli(Class<? extends Function<Object, Object>> type)
            throws Exception {
        ClassLoader loader = new ClassLoader(type.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                Class<?> known = findLoadedClass(name);
                if (known != null || !(name.startsWith("picocli.") || name.equals(type.getName()))) {
                    return known == null ? super.loadClass(name, resolve) : known;
                }
                try {
                    byte[] bytes = rewrite(name);
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
        };
        return (Function<Object, Object>) create(loader.loadClass(type.getName()));
    }

    private static byte[] rewrite(String name) throws IOException {
        return new CdsClassRewriter(Map.of()).rewrite(bytes(name));
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, Object> rewritten(Class<? extends Function<Object, Object>> type) throws Exception {
        return (Function<Object, Object>) create(define(type));
    }

    private static Object create(Class<?> type, Object... components) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(components);
    }

    /** Loads the rewritten class; the classes that it names are the ones that this test sees. */
    private static Class<?> define(Class<?> type) throws IOException {
        byte[] bytes = rewrite(type.getName());
        return new ClassLoader(type.getClassLoader()) {
            private Class<?> defined = type;

            Class<?> define() {
                defined = defineClass(type.getName(), bytes, 0, bytes.length);
                return defined;
            }

            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                return name.equals(type.getName()) ? defined : super.loadClass(name, resolve);
            }
        }.define();
    }
}
