package wandb.auth.netrc.entry;

import java.util.Optional;
import wandb.auth.domain.Profile;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcNode.Field;

/**
 * The words of an entry under a server's own name that say whose it is: {@code account profile:work}. Any other account is
 * the user's own word.
 */
public final class ProfileMark {

    private static final String KEYWORD = "account";
    private static final String PREFIX = "profile:";

    private ProfileMark() {}

    /** The profile that the entry names; empty if it names none. */
    static Optional<Profile> of(Entry entry) {
        for (Field field : entry.fields()) {
            Optional<Profile> profile = of(field);
            if (profile.isPresent()) {
                return profile;
            }
        }
        return Optional.empty();
    }

    static boolean is(Field field) {
        return of(field).isPresent();
    }

    private static Optional<Profile> of(Field field) {
        String value = field.value().value();
        return field.keyword().value().equals(KEYWORD) && value.startsWith(PREFIX)
                ? ProfileEntry.profile(value.substring(PREFIX.length()))
                : Optional.empty();
    }

    /** What a reader takes for the account of an entry with the profile's mark. */
    public static String account(Profile profile) {
        return profile.isDefault() ? "" : PREFIX + profile;
    }

    /** The words that follow the name; none for the default profile, whose an entry without a mark is. */
    static String words(Profile profile) {
        return profile.isDefault() ? "" : " " + KEYWORD + " " + account(profile);
    }
}
