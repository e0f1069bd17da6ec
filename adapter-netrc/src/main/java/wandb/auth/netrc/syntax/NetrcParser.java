package wandb.auth.netrc.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.NetrcNode.Comment;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcNode.Macro;

/**
 * Reads the file as CPython 3.11's {@code netrc} module does, its odd readings included, since that module is what the
 * SDK reads with: a keyword may be taken for a value, and a hash begins a comment only where it says so.
 */
public final class NetrcParser {

    private final NetrcText text;
    private final NetrcLexer lexer;
    private final List<NetrcNode> nodes = new ArrayList<>();

    /** Where the words of the entry begin that is being read, and the comments after its last one. */
    private int[] words = new int[16];

    private int wordCount;
    private final List<Comment> commentsBehind = new ArrayList<>();
    private @Nullable Token stop;
    private OptionalInt hash = OptionalInt.empty();
    private String hashRemedy = Messages.FIX_FILE;

    private NetrcParser(NetrcText text) {
        this.text = text;
        this.lexer = new NetrcLexer(text);
    }

    /**
     * The file's tree.
     *
     * @throws NetrcException if Python refuses the file (for another reason than its encoding)
     */
    public static NetrcDocument parse(byte[] bytes) throws NetrcException {
        return new NetrcParser(new NetrcText(bytes)).document();
    }

    private NetrcDocument document() throws NetrcException {
        next();
        while (!lexer.isEmpty()) {
            node();
        }
        if (lexer.end() > lexer.start()) {
            stop = lexer.word();
        }
        return new NetrcDocument(text, nodes, Optional.ofNullable(stop));
    }

    /** Reads what begins with the word, and the word after it. */
    private void node() throws NetrcException {
        if (lexer.isHash()) {
            nodes.add(comment(lexer.is("#") && !lexer.crossedLineEnd()));
            next();
        } else if (lexer.is("machine")) {
            int keyword = lexer.start();
            next();
            if (lexer.isEmpty()) {
                throw unexpected(Messages.MACHINE_NAME);
            }
            entry(keyword);
        } else if (lexer.is("default")) {
            entry(lexer.start());
        } else if (lexer.is("macdef")) {
            nodes.add(macro(lexer.start()));
            next();
        } else {
            throw unexpected(Messages.TOP_LEVEL_KEYWORD);
        }
    }

    /** Reads the entry whose name the word is. */
    private void entry(int keyword) throws NetrcException {
        String machine = lexer.value();
        int end = lexer.end();
        wordCount = 0;
        addWord(keyword);
        addWord(lexer.start());
        next();
        while (!endsEntry()) {
            if (lexer.isHash()) {
                commentsBehind.add(comment(!lexer.crossedLineEnd()));
            } else {
                end = field();
                commentsBehind.clear();
            }
            next();
        }
        nodes.add(new Entry(text, machine, Arrays.copyOf(words, wordCount), end));
        nodes.addAll(commentsBehind);
        commentsBehind.clear();
    }

    private boolean endsEntry() {
        return lexer.isEmpty() || lexer.is("machine") || lexer.is("default") || lexer.is("macdef");
    }

    /** Reads a keyword and its value; returns where they end. */
    private int field() throws NetrcException {
        if (!lexer.is("login") && !lexer.is("password") && !lexer.is("user") && !lexer.is("account")) {
            throw unexpected(Messages.KEYWORD_IN_ENTRY);
        }
        int keywordEnd = lexer.end();
        addWord(lexer.start());
        next();
        addWord(lexer.start());
        return lexer.end() > lexer.start() ? lexer.end() : keywordEnd;
    }

    private void addWord(int start) {
        if (wordCount == words.length) {
            words = Arrays.copyOf(words, 2 * wordCount);
        }
        words[wordCount++] = start;
    }

    private Macro macro(int start) throws NetrcException {
        next();
        String name = lexer.value();
        int bodyStart = lexer.position();
        int lineStart;
        do {
            lineStart = lexer.position();
            if (!lexer.skipLine()) {
                throw unexpected(lineStart, "", Messages.endOfMacro(text.line(start)));
            }
        } while (text.skipLineEnd(lineStart) != lexer.position());
        return new Macro(start, lexer.position(), name, text.slice(bodyStart, lineStart));
    }

    private Comment comment(boolean skipsLine) {
        int start = lexer.start();
        if (skipsLine) {
            int end = text.lineEndAfter(lexer.position());
            lexer.skipLine();
            return new Comment(start, end);
        }
        hash = OptionalInt.of(start);
        hashRemedy = lexer.crossedLineEnd() ? Messages.COMMENT_AFTER_EMPTY_LINE : Messages.HASH_WITHOUT_BLANK;
        return new Comment(start, lexer.end());
    }

    private void next() {
        lexer.next();
        if (lexer.quoteLeftOpen()) {
            stop = lexer.word();
        }
    }

    private NetrcException unexpected(String expected) {
        return unexpected(lexer.start(), lexer.value(), expected);
    }

    /** What stands there is not said: it may be a secret. */
    private NetrcException unexpected(int offset, String word, String expected) {
        int line = text.line(offset);
        return new NetrcException(line, Messages.syntaxError(line, text.column(offset), expected, remedy(line, word)));
    }

    private String remedy(int line, String word) {
        if (text.isUtf16()) {
            return Messages.FILE_IS_UTF_16;
        }
        if (hash.isPresent() && text.line(hash.getAsInt()) == line) {
            return hashRemedy;
        }
        return isKeywordInAnotherCase(word) ? Messages.KEYWORD_IN_UPPER_CASE : Messages.FIX_FILE;
    }

    private static boolean isKeywordInAnotherCase(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "machine", "default", "macdef", "login", "user", "account", "password" -> true;
            default -> false;
        };
    }
}
