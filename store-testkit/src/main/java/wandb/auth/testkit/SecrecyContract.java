package wandb.auth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** Nothing that is shown holds a secret or a piece of one, and all of it can be shown on a terminal. */
abstract class SecrecyContract {

    /** A shorter run of a secret can be chance: a digest is written with the same digits. */
    private static final int TELLING_LENGTH = 12;

    private final Opened opened;
    private final ApiKey key = Opened.key();
    private final ApiKey later = Opened.key();

    SecrecyContract(Opened opened) {
        this.opened = opened;
    }

    private List<Object> answers(CredentialStore store, Account account) {
        List<Object> answers = new ArrayList<>();
        Query query = opened.query(account);
        answers.add(store.availability(query.deadline()));
        answers.add(store.save(query, key, Opened.ANYTHING));
        answers.add(store.find(query));
        answers.add(store.save(query, later, Opened.ABSENT));
        answers.add(store.erase(query, Opened.ABSENT));
        answers.add(store.erase(query, Opened.ANYTHING));
        answers.add(store);
        answers.add(opened.contract().provider());
        return answers;
    }

    private void assertHidden(List<Object> answers) {
        for (Object answer : answers) {
            List<String> shown = new ArrayList<>(texts(answer));
            shown.add(answer.toString());
            for (String text : shown) {
                for (ApiKey secret : List.of(key, later)) {
                    assertFalse(
                            isPieceShown(text, secret.reveal()),
                            () -> TELLING_LENGTH + " characters of a secret are in a "
                                    + answer.getClass().getName());
                }
            }
        }
    }

    private static boolean isPieceShown(String text, String secret) {
        String shown = text.toLowerCase(Locale.ROOT);
        for (int start = 0; start + TELLING_LENGTH <= secret.length(); start++) {
            if (shown.contains(secret.substring(start, start + TELLING_LENGTH))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void noAnswerShowsASecret() {
        assertHidden(answers(opened.store(), opened.freshAccount()));
    }

    @Test
    void noAnswerOfAPlaceThatIsNotThereShowsASecret() {
        assertHidden(answers(opened.open(opened.contract().unavailable()), opened.freshAccount()));
    }

    @Test
    void noOtherProfilesSecretIsShownEither() {
        Account account = opened.freshAccount();
        opened.saved(account, key);
        Account other = opened.account(account.host(), new Profile("contract.third"));
        Query query = opened.query(other);
        CredentialStore store = opened.store();
        assertHidden(List.of(store.find(query), store.erase(query, Opened.ANYTHING)));
    }

    @Test
    void everyTextCanBeShownAsItIs() {
        Account account = opened.freshAccount();
        List<Object> answers = answers(opened.store(), account);
        answers.addAll(answers(opened.open(opened.contract().unavailable()), account));
        for (Object answer : answers) {
            for (String text : texts(answer)) {
                assertEquals(TerminalSafe.whole(text), text);
                assertFalse(text.isBlank(), "a text is empty");
            }
        }
    }

    /** What a person is shown of an answer. */
    private static List<String> texts(Object answer) {
        return switch (answer) {
            case Finding finding -> texts(finding.location(), finding.remarks());
            case Saved.Stored stored -> texts(stored.location(), stored.remarks());
            case Saved.Conflict conflict -> texts(conflict.location(), List.of());
            case Saved.Failed failed -> texts(failed.location(), texts(failed.reason()));
            case Erased.Gone gone -> texts(gone.location(), List.of());
            case Erased.Nothing nothing -> texts(nothing.location(), List.of());
            case Erased.Conflict conflict -> texts(conflict.location(), List.of());
            case Erased.Failed failed -> texts(failed.location(), texts(failed.reason()));
            case Availability.NotUsable unusable -> texts(unusable.reason());
            default -> List.of();
        };
    }

    private static List<String> texts(Location location, List<String> more) {
        List<String> texts = new ArrayList<>(more);
        texts.add(location.text());
        return texts;
    }

    private static List<String> texts(Reason reason) {
        return List.of(reason.problem(), reason.remedy());
    }
}
