package wandb.auth.files.ini;

/** Why a file is no INI file, or why a part of it means nothing. Contains no secret; a message of this module never quotes the file. */
public final class IniException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String problem;
    private final String remedy;

    /**
     * Why the file means nothing.
     *
     * @param line the line, counted from 1
     * @param problem what is wrong, as a sentence
     * @param remedy what to do about it, as a sentence
     */
    public IniException(int line, String problem, String remedy) {
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
