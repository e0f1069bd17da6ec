package wandb.auth.domain.syntax;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** International host names in their ASCII form. A class of its own, so that names in ASCII never load the tables. */
public final class InternationalName {

    /** Characters that IDNA 2003 and IDNA 2008 turn into different names, so that a key could go to either. */
    private static final String AMBIGUOUS = "\u00df\u03c2\u200c\u200d";

    private InternationalName() {}

    /** The ASCII form; empty if absent, or where readers disagree about it. */
    public static Optional<String> toAscii(String name) {
        if (name.chars().anyMatch(c -> AMBIGUOUS.indexOf(c) >= 0)) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
