package wandb.auth.netrc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wandb.auth.netrc.NetrcNode.Comment;
import wandb.auth.netrc.NetrcNode.Entry;
import wandb.auth.netrc.NetrcNode.Field;
import wandb.auth.netrc.NetrcNode.Filler;
import wandb.auth.netrc.NetrcNode.Macro;
import wandb.auth.netrc.NetrcNode.Unread;

/**
 * Reads the file as CPython 3.11's {@code netrc} module does, its odd readings included, since that module is what the
 * SDK reads with: a keyword may be taken for a value, and a hash begins a comment only where it says so.
 */
final class NetrcParser {

    private static final String TOP_LEVEL = "machine, default or macdef";
    private static final String MEND = "Mend the file there; the Python SDK cannot read it either.";

    private static final String LOWER_CASE =
            "Write the keyword in lower case: curl and git take it in any, the Python SDK cannot read it.";

    private final NetrcText text;
    private final NetrcLexer lexer;
    private final List<NetrcNode> nodes = new ArrayList<>();
    private int nodesEnd;
    private boolean crossedLineEnd;
    private @Nullable Token openQuote;
    private @Nullable Token hash;
    private String hashRemedy = MEND;

    private NetrcParser(NetrcText text) {
        this.text = text;
        this.lexer = new NetrcLexer(text);
    }

    /**
     * The file's tree.
     *
     * @throws NetrcSyntaxException where Python refuses the file (for another reason than its encoding)
     */
    static NetrcDocument parse(byte[] bytes) throws NetrcSyntaxException {
        return new NetrcParser(new NetrcText(bytes)).document();
    }

    private NetrcDocument document() throws NetrcSyntaxException {
        Token token = next();
        while (!token.value().isEmpty()) {
            token = node(token);
        }
        if (token.isWritten()) {
            add(new Unread(token.start(), text.length()));
        }
        fillTo(text.length());
        return new NetrcDocument(text, nodes, Optional.ofNullable(openQuote));
    }

    /** Reads what begins with the token; returns the token behind it. */
    private Token node(Token token) throws NetrcSyntaxException {
        if (token.isHash()) {
            boolean skips = token.value().length() == 1 && !crossedLineEnd;
            add(comment(token, skips));
            return next();
        }
        return switch (token.value()) {
            case "machine" -> entry(token, name());
            case "default" -> entry(token, token);
            case "macdef" -> {
                add(macro(token));
                yield next();
            }
            default -> throw unexpected(token, TOP_LEVEL);
        };
    }

    private Token name() throws NetrcSyntaxException {
        Token name = next();
        if (name.value().isEmpty()) {
            throw unexpected(name, "the machine's name");
        }
        return name;
    }

    private Token entry(Token keyword, Token name) throws NetrcSyntaxException {
        List<Field> fields = new ArrayList<>(2);
        List<Comment> commentsBehind = new ArrayList<>(0);
        Token token = next();
        while (!endsEntry(token)) {
            if (token.isHash()) {
                commentsBehind.add(comment(token, !crossedLineEnd));
            } else {
                fields.add(new Field(fieldKeyword(token), next()));
                commentsBehind.clear();
            }
            token = next();
        }
        add(new Entry(keyword, name, fields));
        for (Comment comment : commentsBehind) {
            add(comment);
        }
        return token;
    }

    private static boolean endsEntry(Token token) {
        return switch (token.value()) {
            case "", "machine", "default", "macdef" -> true;
            default -> false;
        };
    }

    private Token fieldKeyword(Token token) throws NetrcSyntaxException {
        return switch (token.value()) {
            case "login", "user", "account", "password" -> token;
            default -> throw unexpected(token, "login, password, account, " + TOP_LEVEL);
        };
    }

    private Macro macro(Token keyword) throws NetrcSyntaxException {
        Token name = next();
        int bodyStart = lexer.position();
        int lineStart;
        do {
            lineStart = lexer.position();
            if (!lexer.skipLine()) {
                throw unexpected(
                        new Token(lineStart, lineStart, "", false),
                        "an empty line to end the macro of line " + text.line(keyword.start()));
            }
        } while (text.skipLineEnd(lineStart) != lexer.position());
        return new Macro(keyword.start(), lexer.position(), name.value(), text.slice(bodyStart, lineStart));
    }

    private Comment comment(Token token, boolean skipsLine) {
        if (skipsLine) {
            int end = text.lineEndAfter(lexer.position());
            lexer.skipLine();
            return new Comment(token.start(), end);
        }
        hash = token;
        hashRemedy = crossedLineEnd
                ? "Put a line with a lone # above the comment: after an empty line or a quoted word Python does not"
                        + " take it for a comment."
                : "Put a blank after the # of the comment: Python reads the words of this one.";
        return new Comment(token.start(), token.end());
    }

    private Token next() {
        int before = lexer.lineEndsRead();
        Token token = lexer.next();
        crossedLineEnd = lexer.lineEndsRead() != before;
        if (token.quoteLeftOpen()) {
            openQuote = token;
        }
        return token;
    }

    private void add(NetrcNode node) {
        fillTo(node.start());
        nodes.add(node);
        nodesEnd = node.end();
    }

    private void fillTo(int offset) {
        if (offset > nodesEnd) {
            nodes.add(new Filler(nodesEnd, offset));
            nodesEnd = offset;
        }
    }

    private NetrcSyntaxException unexpected(Token token, String expected) {
        int line = text.line(token.start());
        boolean isOfComment = hash != null && text.line(hash.start()) == line;
        String remedy = isOfComment ? hashRemedy : isKeywordInAnotherCase(token) ? LOWER_CASE : MEND;
        return new NetrcSyntaxException(line, text.column(token.start()), expected, remedy);
    }

    private static boolean isKeywordInAnotherCase(Token token) {
        return switch (token.value().toLowerCase(Locale.ROOT)) {
            case "machine", "default", "macdef", "login", "user", "account", "password" -> true;
            default -> false;
        };
    }
}
