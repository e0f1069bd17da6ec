package wandb.auth.netrc.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Profile;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.ExpectedContent;
import wandb.auth.netrc.syntax.Login;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcException;
import wandb.auth.netrc.syntax.NetrcNode;
import wandb.auth.netrc.syntax.NetrcNode.Comment;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcNode.Field;
import wandb.auth.netrc.syntax.NetrcText;
import wandb.auth.netrc.syntax.TextEdits;
import wandb.auth.netrc.syntax.Token;

/**
 * Puts a key into a file: into every entry of the account, whichever of them a reader takes, and into a new entry for
 * each name that lacks one. No other byte changes but for a line end that the last line may lack.
 */
public final class NetrcEntryEditor {

    /** The login of every entry that the SDK or this program makes. */
    public static final String LOGIN = "user";

    /** An entry that the account lacks. */
    private record NewEntry(String machine, Profile profile, boolean isPlain) {

        String name() {
            return ProfileEntry.name(machine, profile, isPlain);
        }

        String heading() {
            return ProfileEntry.heading(machine, profile, isPlain);
        }

        /** What readers take for its account. */
        String account() {
            return isPlain ? ProfileMark.account(profile) : "";
        }
    }

    private final NetrcDocument document;
    private final NetrcText text;
    private final AccountEntries account;
    private final String key;
    private final TextEdits splices;
    private final ExpectedContent wanted;

    public NetrcEntryEditor(AccountEntries account, String key) {
        this.document = account.document();
        this.text = document.text();
        this.account = account;
        this.key = key;
        this.splices = new TextEdits(text);
        this.wanted = new ExpectedContent(document);
    }

    /**
     * The tree of the file with the key in it.
     *
     * @throws NetrcException if no reader would find it there, or would read anything else otherwise than before
     */
    public NetrcDocument saved() throws NetrcException {
        for (ProfileEntry each : account.entries()) {
            Entry entry = each.entry();
            setPassword(entry);
            wanted.change(entry, entry.machine(), entry.login().withPassword(key));
        }
        List<NewEntry> missing = missing();
        addEntries(missing);
        for (NewEntry entry : missing) {
            wanted.add(entry.name(), new Login(LOGIN, entry.account(), key));
        }
        Optional<NetrcDocument> saved = wanted.in(splices);
        if (saved.isPresent() && hasEntries(saved.get(), account.entries().size() + missing.size())) {
            return saved.get();
        }
        throw document.refusal(Messages.otherWordsChangeWithKey());
    }

    /** Else what was an entry is a comment now, and holds the key where nobody would look for it. */
    private boolean hasEntries(NetrcDocument saved, int count) {
        return ServerEntries.of(saved, account.server().host())
                        .of(account.profile())
                        .entries()
                        .size()
                == count;
    }

    /**
     * The name that was asked for and the documented one always, the cloud's other name where the file has it or where a
     * default entry would win over it.
     */
    private List<NewEntry> missing() {
        boolean defaultWins = document.firstDefault().isPresent();
        boolean mayBePlain = account.mayBePlain();
        String main = account.server().host().netrcMachine();
        List<NewEntry> missing = new ArrayList<>();
        for (String machine : account.machines()) {
            boolean isWanted = machine.equals(main)
                    || machine.equals(account.machines().getFirst())
                    || defaultWins
                    || account.deciding(machine).isPresent();
            if (isWanted && !account.hasExactly(machine)) {
                boolean isPlain = mayBePlain && !account.server().isTaken(machine, account.profile());
                NewEntry entry = new NewEntry(machine, account.profile(), isPlain);
                if (!hasEntry(entry.name())) {
                    missing.add(entry);
                }
            }
        }
        return missing;
    }

    private boolean hasEntry(String name) {
        for (ProfileEntry each : account.entries()) {
            if (each.entry().machine().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void setPassword(Entry entry) {
        boolean hasPassword = false;
        for (Field field : entry.fields()) {
            if (field.isPassword()) {
                setValue(field);
                hasPassword = true;
            }
        }
        if (!hasPassword) {
            addPassword(entry);
        }
    }

    private void setValue(Field field) {
        Token value = field.value();
        if (!value.isWritten()) {
            splices.insert(field.keyword().end(), " " + key);
        } else if (text.isWhitespace(value.end())) {
            splices.replace(value.start(), value.end(), key);
        } else {
            splices.replace(value.start(), value.end(), '"' + key + '"');
        }
    }

    private void addPassword(Entry entry) {
        int anchor = entry.name().end();
        String before = " ";
        for (Field field : entry.fields()) {
            if (field.value().isWritten()) {
                anchor = field.value().end();
                before = separatorLike(field, entry);
            }
        }
        splices.insert(anchor, before + "password " + key + (text.isWhitespace(anchor) ? "" : " "));
    }

    /** A line end and its indentation where the field has a line of its own, else a blank. */
    private String separatorLike(Field field, Entry entry) {
        int start = field.keyword().start();
        int before = text.skipBlanksBackwards(start);
        return before > entry.start() && text.isFirstOnLine(start) ? text.lineEnd() + text.slice(before, start) : " ";
    }

    private void addEntries(List<NewEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Optional<Entry> last = document.entryThatHidesWhatFollows();
        if (last.isEmpty()) {
            boolean lastLineIsOpen = !text.endsWithLineEnd() || lastWordReachesEnd();
            splices.insert(text.length(), (lastLineIsOpen ? text.lineEnd() : "") + onLinesOfTheirOwn(entries));
        } else if (text.isFirstOnLine(last.get().start())) {
            splices.insert(startWithCommentsAbove(last.get()), onLinesOfTheirOwn(entries));
        } else {
            splices.insert(last.get().start(), onTheSameLine(entries));
        }
    }

    /** Whether the file ends within a word: a line end that a backslash makes part of a word ends no line. */
    private boolean lastWordReachesEnd() {
        return !document.nodes().isEmpty()
                && document.nodes().getLast() instanceof Entry entry
                && entry.end() == text.length();
    }

    /** As the SDK writes them. */
    private String onLinesOfTheirOwn(List<NewEntry> entries) {
        StringBuilder lines = new StringBuilder();
        String end = text.lineEnd();
        for (NewEntry entry : entries) {
            lines.append(entry.heading()).append(end);
            lines.append("  login ").append(LOGIN).append(end);
            lines.append("  password ").append(key).append(end);
        }
        return lines.toString();
    }

    private String onTheSameLine(List<NewEntry> entries) {
        StringBuilder words = new StringBuilder();
        for (NewEntry entry : entries) {
            words.append(entry.heading());
            words.append(" login ").append(LOGIN);
            words.append(" password ").append(key).append(' ');
        }
        return words.toString();
    }

    /** Where the entry's line begins, or the first of the comment lines that stand right above it. */
    private int startWithCommentsAbove(Entry entry) {
        int start = text.lineStart(entry.start());
        List<NetrcNode> nodes = document.nodes();
        for (int i = nodes.indexOf(entry) - 1; i >= 0 && nodes.get(i) instanceof Comment comment; i--) {
            boolean isRightAbove = text.skipLineEnd(text.skipBlanks(comment.end())) == start;
            if (!isRightAbove || !text.isFirstOnLine(comment.start())) {
                return start;
            }
            start = text.lineStart(comment.start());
        }
        return start;
    }
}
