package wandb.auth.netrc.syntax;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds for the tree of every file. */
public final class Trees {

    private Trees() {}

    /** The parts stand in the order of the file, none is empty, and only blanks are between them, as far as readers get. */
    public static void assertIsWholeFile(NetrcDocument document) {
        NetrcText text = document.text();
        int from = text.start();
        for (NetrcNode node : document.nodes()) {
            assertTrue(node.start() >= from && node.end() > node.start(), node.toString());
            assertBlank(text.slice(from, node.start()));
            from = node.end();
        }
        int end = document.stop().isPresent() ? document.stop().get().start() : text.length();
        assertBlank(text.slice(from, Math.max(from, end)));
    }

    private static void assertBlank(String between) {
        assertTrue(between.matches("[ \\t\\r\\n]*"), "words in no part: " + between);
    }
}
