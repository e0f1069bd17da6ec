package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.ConfigurationChange.ForgetAccounts;
import wandb.auth.domain.port.configuration.ConfigurationChange.NoteAccount;
import wandb.auth.fixtures.Growth;

class SavedAccountsTest extends OnAMachine {

    private static final Account CLOUD = account("https://api.wandb.ai", "default");
    private static final Account FORGE = account("https://api.forge.coreweave.com", "default");
    private static final Account WORK = account("https://wandb.example.com", "work");

    private static Account account(String host, String profile) {
        return new Account(Host.parse(host), new Profile(profile));
    }

    private static SavedAccount entry(Account account, String store) {
        return new SavedAccount(account, new SourceId(store), Optional.empty());
    }

    private static SavedAccount entry(Account account, String store, String user) {
        return new SavedAccount(account, new SourceId(store), Optional.of(user));
    }

    private List<SavedAccount> entries() {
        return assertInstanceOf(
                        SavedAccounts.class,
                        assertInstanceOf(
                                        Parsed.Valid.class,
                                        machine.configuration().accounts())
                                .value())
                .all();
    }

    private void note(SavedAccount entry) {
        isDone(machine.change(new NoteAccount(entry)));
    }

    private void forget(Account... accounts) {
        isDone(machine.change(forgetting(accounts)));
    }

    /** Out of the store that it was saved to. */
    private ForgetAccounts forgetting(Account... accounts) {
        List<KeyPlace> places = new ArrayList<>();
        for (Account account : accounts) {
            SourceId store = machine.configuration()
                    .saved(account)
                    .map(SavedAccount::store)
                    .orElse(ResolutionPolicy.NETRC);
            places.add(new KeyPlace(account, store));
        }
        return new ForgetAccounts(places);
    }

    @Test
    @Tag("slow")
    void aChangeIsLinearInTheNumberOfAccounts() throws Exception {
        Growth.assertLinear(500, accounts -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < accounts; i++) {
                text.append("[account https://h").append(i).append(".example]\nstore = netrc\n\n");
            }
            machine.user(text.toString());
            return () -> forget(new Account(Host.parse("https://h7.example"), Profile.DEFAULT));
        });
    }

    @Test
    void anAccountThatAnotherRunSavedElsewhereMeanwhileIsNotForgotten() throws IOException {
        String text = "[account https://api.wandb.ai]\nstore = keyring\n";
        machine.user(text);

        assertEquals(
                "home/.config/wandb/auth.ini: " + Messages.changedMeanwhile(),
                said(machine.change(new ForgetAccounts(List.of(new KeyPlace(CLOUD, ResolutionPolicy.NETRC))))));
        assertEquals(text, Files.readString(machine.usersFile()));
    }

    private void isDone(Parsed<Configuration> changed) {
        assertEquals(machine.configuration().accounts(), Machine.valid(changed).accounts());
    }

    private String said(Parsed<Configuration> noted) {
        Parsed.Invalid<?> failed = assertInstanceOf(Parsed.Invalid.class, noted);
        return failed.location().text().replace(folder + "/", "") + ": " + failed.reason();
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private Object inode() throws IOException {
        return Files.getAttribute(machine.usersFile(), "unix:ino");
    }

    @Test
    void withoutAFileNothingIsRemembered() {
        assertEquals(List.of(), entries());
    }

    @Test
    void theFileIsTheUsersAloneAndReadsWell() throws IOException {
        note(entry(CLOUD, "netrc"));
        note(entry(WORK, "keyring", "alice"));
        assertEquals("""
                [account https://api.wandb.ai]
                store = netrc

                [account https://wandb.example.com work]
                store = keyring
                user = alice
                """, Files.readString(machine.usersFile()));
        assertEquals("rw-------", rights(machine.usersFile()));
        assertEquals("rwx------", rights(machine.usersFolder()));
        assertEquals(List.of(entry(CLOUD, "netrc"), entry(WORK, "keyring", "alice")), entries());
    }

    @Test
    void aLaterSaveTakesThePlaceOfAnEarlierOne() throws IOException {
        note(entry(WORK, "keyring", "alice"));
        note(entry(CLOUD, "netrc"));
        note(entry(WORK, "vault"));
        assertEquals(List.of(entry(WORK, "vault"), entry(CLOUD, "netrc")), entries());
    }

    @Test
    void nothingIsWrittenWhereNothingChanges() throws IOException {
        note(entry(WORK, "keyring", "alice"));
        Object before = inode();
        note(entry(WORK, "keyring", "alice"));
        forget(CLOUD);
        assertEquals(before, inode());
    }

    @Test
    void theFileIsNotOpenedIfWhatWasReadSaysSoAlready() throws IOException {
        note(entry(WORK, "keyring", "alice"));
        Configuration read = machine.configuration();
        Files.delete(machine.usersFile());
        NoteAccount change = new NoteAccount(entry(WORK, "keyring", "alice"));

        assertEquals(new Parsed.Valid<>(read), new FileConfiguration().change(machine.environment(), read, change));
        assertFalse(Files.exists(machine.usersFile()));
    }

    @Test
    void whatAnotherRunNotedSinceTheFileWasReadStays() {
        Configuration read = machine.configuration();
        note(entry(CLOUD, "netrc"));
        NoteAccount change = new NoteAccount(entry(WORK, "keyring"));

        new FileConfiguration().change(machine.environment(), read, change);

        assertEquals(List.of(entry(CLOUD, "netrc"), entry(WORK, "keyring")), entries());
    }

    @Test
    void severalAccountsAreForgottenInOneChange() throws IOException {
        machine.user("""
                ; mine
                [account https://api.wandb.ai]
                store = netrc

                [policy]
                stores = netrc, keyring

                [account https://wandb.example.com work]
                store = keyring
                user = alice

                [account https://wandb.example.com]
                store = netrc
                """);
        forget(WORK, CLOUD);
        assertEquals("""
                ; mine

                [policy]
                stores = netrc, keyring

                [account https://wandb.example.com]
                store = netrc
                """, Files.readString(machine.usersFile()));
    }

    @Test
    void noneOfSeveralAccountsIsForgottenIfOneCannotBe() throws IOException {
        String text = """
                [account https://wandb.example.com work]
                store = netrc
                [store.x]
                a = 1
                [account https://api.wandb.ai]
                  store = netrc
                  [policy]
                """;
        machine.user(text);
        assertEquals(
                "home/.config/wandb/auth.ini: The section cannot be changed. Change it in an editor.",
                said(machine.change(forgetting(WORK, CLOUD))));
        assertEquals(text, Files.readString(machine.usersFile()));
    }

    @Test
    @Tag("slow")
    void forgettingAllIsLinearInTheNumberOfAccounts() throws Exception {
        Growth.assertLinear(500, count -> {
            Account[] accounts = new Account[count];
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < count; i++) {
                accounts[i] = account("https://h" + i + ".example", "default");
                text.append("[account ").append(accounts[i].host()).append("]\nstore = netrc\n\n");
            }
            machine.user(text.toString());
            List<KeyPlace> places = Arrays.stream(accounts)
                    .map(account -> new KeyPlace(account, ResolutionPolicy.NETRC))
                    .toList();
            return () -> assertInstanceOf(Parsed.Valid.class, machine.change(new ForgetAccounts(places)));
        });
    }

    @Test
    void forgettingWhatWasNeverNotedMakesNoFile() {
        forget(CLOUD);
        assertFalse(Files.exists(machine.usersFolder()));
    }

    @Test
    void thePublicCloudIsOneAccountUnderEitherName() throws IOException {
        note(entry(CLOUD, "netrc"));
        note(entry(FORGE, "keyring"));
        assertEquals(List.of(entry(CLOUD, "keyring")), entries());
        forget(FORGE);
        assertEquals(List.of(), entries());
        note(entry(FORGE, "netrc"));
        assertEquals(List.of(entry(FORGE, "netrc")), entries());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://[::1]:8080",
                "http://[2001:db8::1]",
                "http://localhost:8080",
                "https://xn--mnchen-3ya.example.com",
                "https://example.com:8443/a%20b/c",
                "https://example.com/a:b=c;d",
                "https://example.com/x]",
                "https://example.com/w%C3%BC"
            })
    void everyServerCanBeRemembered(String url) {
        Account plain = account(url, "default");
        Account named = account(url, "a.b_c-d");
        note(entry(plain, "keyring"));
        note(entry(named, "helper:/opt/bin/x", "b"));
        assertEquals(List.of(entry(plain, "keyring"), entry(named, "helper:/opt/bin/x", "b")), entries());
        forget(plain);
        assertEquals(List.of(entry(named, "helper:/opt/bin/x", "b")), entries());
    }

    @ParameterizedTest
    @ValueSource(strings = {"50%", "%(store)s", "a = b", "; c", "# c", "[x]", "J\u00fcrgen Q."})
    void aUsersNameIsKeptAsItIs(String name) {
        note(entry(CLOUD, "netrc", name));
        assertEquals(List.of(entry(CLOUD, "netrc", name)), entries());
    }

    @Test
    void aUsersNameCannotForgeALine() throws IOException {
        note(entry(CLOUD, "netrc", " alice\n[policy]\n"));
        assertEquals(List.of(entry(CLOUD, "netrc", "alice\\x0a[policy]\\x0a")), entries());
        note(entry(CLOUD, "netrc", "  "));
        assertEquals(List.of(entry(CLOUD, "netrc")), entries());
    }

    @Test
    void whatTheUserWroteStaysByteForByte() throws IOException {
        String before = "; mine\r\n[policy]\r\n  stores: keyring,\r\n     netrc\r\n\r\n[store.x]\r\na=%1\r\n# last\r\n";
        machine.user(before);
        note(entry(CLOUD, "netrc"));
        assertEquals(
                before + "\r\n[account https://api.wandb.ai]\r\nstore = netrc\r\n",
                Files.readString(machine.usersFile()));
        forget(CLOUD);
        assertEquals(before, Files.readString(machine.usersFile()));
    }

    @Test
    void aCommentInAnAccountStaysWhenTheAccountIsForgotten() throws IOException {
        machine.user("[account https://api.wandb.ai]\n# why\nstore = netrc\n\n[policy]\nstores = netrc\n");
        forget(CLOUD);
        assertEquals("# why\n\n[policy]\nstores = netrc\n", Files.readString(machine.usersFile()));
    }

    @Test
    void whatALaterVersionNotesIsIgnoredAndStays() throws IOException {
        machine.user("[account https://api.wandb.ai]\nstore = netrc\nlast_used = 2027-01-01\n");
        assertEquals(List.of(entry(CLOUD, "netrc")), entries());
        note(entry(CLOUD, "keyring"));
        assertEquals(
                "[account https://api.wandb.ai]\nstore = keyring\nlast_used = 2027-01-01\n",
                Files.readString(machine.usersFile()));
    }

    @Test
    void aSectionThatCannotBeTakenOutSafelyStays() throws IOException {
        String text = "[store.x]\na = 1\n[account https://api.wandb.ai]\n  store = netrc\n  [policy]\n";
        machine.user(text);
        assertEquals(
                "home/.config/wandb/auth.ini: " + Messages.sectionCannotBeChanged(),
                said(machine.change(forgetting(CLOUD))));
        assertEquals(text, Files.readString(machine.usersFile()));
    }

    @Test
    void aFolderThatTheSdkMadeForTheGroupTooIsClosedToIt() throws IOException {
        Files.createDirectories(machine.usersFolder());
        Files.setAttribute(machine.usersFolder(), "unix:mode", 0775);
        note(entry(CLOUD, "netrc"));
        assertEquals("rwxr-xr-x", rights(machine.usersFolder()));
        assertEquals(List.of(entry(CLOUD, "netrc")), entries());
    }

    @Test
    void inAFolderOfEverybodyNothingIsRemembered() throws IOException {
        Files.createDirectories(machine.usersFolder());
        Files.setAttribute(machine.usersFolder(), "unix:mode", 0777);
        assertEquals(
                "home/.config/wandb: It is writable by group or others (mode 0777). Remove that permission (chmod go-w)"
                        + " once you have checked what was written.",
                said(machine.change(new NoteAccount(entry(CLOUD, "netrc")))));
        assertFalse(Files.exists(machine.usersFile()));
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path elsewhere = folder.resolve("dotfiles/auth.ini");
        Machine.write(elsewhere, "# mine\n");
        Machine.write(machine.usersFile(), "");
        Files.delete(machine.usersFile());
        Files.createSymbolicLink(machine.usersFile(), elsewhere);
        note(entry(CLOUD, "netrc"));
        assertEquals(elsewhere, Files.readSymbolicLink(machine.usersFile()));
        assertEquals("# mine\n\n[account https://api.wandb.ai]\nstore = netrc\n", Files.readString(elsewhere));
    }

    @Test
    void whatWouldKeepAnAccountFromBeingNotedIsSeenBefore() throws IOException {
        assertEquals(Optional.empty(), new FileConfiguration(machine.files()).obstacle(machine.environment()));
        assertFalse(Files.exists(machine.usersFolder()));
        Machine.write(machine.usersFolder(), "a file in the place of the folder");
        assertTrue(new FileConfiguration(machine.files())
                .obstacle(machine.environment())
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0alice", "alice\u00a0", "\u00a0"})
    void aUsersNameThatTheFileCannotKeepIsLeftOut(String name) {
        note(entry(CLOUD, "netrc", name));
        assertEquals(List.of(entry(CLOUD, "netrc")), entries());
    }

    /** A server gave it, to an earlier version. */
    @Test
    void aUsersNameThatMayBeAKeyIsNeitherReadNorWritten() throws IOException {
        String key = "0123456789abcdef0123456789abcdef01234567";
        note(entry(CLOUD, "netrc", key));
        assertEquals(List.of(entry(CLOUD, "netrc")), entries());
        machine.user("[account https://api.wandb.ai]\nstore = netrc\nuser = " + key + "\n");
        assertEquals(List.of(entry(CLOUD, "netrc")), entries());
    }

    @Test
    void anAccountThatIsNamedByAKeyIsIgnoredAndStays() throws IOException {
        String key = "0123456789abcdef0123456789abcdef01234567";
        String before = "[account https://api.wandb.ai " + key + "]\nstore = keyring\n";
        machine.user(before);
        note(entry(CLOUD, "netrc"));
        assertEquals(List.of(entry(CLOUD, "netrc")), entries());
        assertTrue(Files.readString(machine.usersFile()).startsWith(before));
    }

    @Test
    void withoutAFolderToKeepItInNothingIsRemembered() {
        machine.variables().put("WANDB_CONFIG_DIR", "/dev/null");
        assertEquals(List.of(), entries());
        assertInstanceOf(Parsed.Invalid.class, machine.change(new NoteAccount(entry(CLOUD, "netrc"))));
    }
}
