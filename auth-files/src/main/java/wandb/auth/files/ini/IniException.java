package wandb.auth.files.ini;

/** Why a file is no INI file, or why a section of it has no values. A message never quotes the file. */
public final class IniException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String problem;
    private final String remedy;

    IniException(int line, String problem, String remedy) {
        super("line " + line + ": " + problem + " " + remedy);
        this.line = line;
        this.problem = problem;
        this.remedy = remedy;
    }

    /** The line, counted from 1. */
    public int line() {
        return line;
    }

    /** What is wrong, as a sentence. */
    public String problem() {
        return problem;
    }

    /** What to do about it, as a sentence. */
    public String remedy() {
        return remedy;
    }
}
