package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.HealthCheck.Complaint;

/** An option that makes the Python SDK go on without the settings files, as versions 0.28.0 and 0.31.0 were tried. */
class RejectedSettingsTest {

    private static final String SERVER = "[default]\nbase_url = https://one.example\n";

    @TempDir
    private Path folder;

    private Machine machine;

    @BeforeEach
    void makeTheMachine() throws IOException {
        machine = Machine.in(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api-key = x | does not know the option api-key",
                "colour = red | does not know the option colour",
                "start_method = thread | does not know the option start_method from version 0.31 on",
                "x_stats_self_usage = true | does not know the option x_stats_self_usage before version 0.31",
                "mode = Online | does not accept the value of mode",
                "quiet = | does not accept the value of quiet",
                "quiet = maybe | does not accept the value of quiet",
                "resume = true | does not accept the value of resume",
                "login_timeout = soon | does not accept the value of login_timeout",
                "x_log_level = 1.5 | does not accept the value of x_log_level",
                "console_chunk_max_bytes = -1 | does not accept the value of console_chunk_max_bytes",
                "x_service_wait = -1 | does not accept the value of x_service_wait",
                "run_id = | does not accept the value of run_id",
                "capture_loggers = {} | does not accept the value of capture_loggers",
                "run_id = a/b | does not accept the value of run_id",
                "run_tags = aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | does not accept the"
                        + " value of run_tags",
                "project = team/x | does not accept the value of project",
                "project = aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                        + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | does not accept the value of project",
                "http_proxy = proxy:3128 | does not accept the value of http_proxy",
                "https_proxy = socks5://proxy:1080 | does not accept the value of https_proxy",
                "https_proxy = | does not accept the value of https_proxy",
                "fork_from = x | does not accept the value of fork_from",
                "stop_fn = x | does not accept the value of stop_fn",
                "x_stats_sampling_interval = 0.05 | does not accept the value of x_stats_sampling_interval",
                "x_stats_gpu_device_ids = {} | does not accept the value of x_stats_gpu_device_ids",
                "x_extra_http_headers = [] | does not accept the value of x_extra_http_headers",
                "x_extra_http_headers = a:b | does not accept the value of x_extra_http_headers"
            })
    void isNamedWithItsLine(String line, String predicate) throws IOException {
        machine.system(SERVER + line + "\n");

        Complaint complaint = rejection().orElseThrow();

        assertEquals(new Location.File(machine.systemFile(), 3), complaint.location());
        assertEquals(
                "The Python SDK " + predicate
                        + ", and goes on without the settings files: it uses neither their server nor their key.",
                complaint.reason().problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api_key = short",
                "entity = team",
                "mode = offline",
                "quiet = TRUE",
                "quiet = yes",
                "reinit = true",
                "reinit = create_new",
                "login_timeout = 1_000.5e1",
                "login_timeout = inf",
                "x_log_level = 1.0",
                "x_stats_pid = +1",
                "run_name = anything at all",
                "x_extra_http_headers = {\"a\": \"b\"}",
                "anonymous = must",
                "project = my project",
                "run_id = a b",
                "run_tags = a,b",
                "http_proxy = HTTP://user:password@proxy:3128",
                "fork_from = x?_step=1",
                "x_stats_sampling_interval = 0.1",
                "x_stats_sampling_interval = 1_0",
                "root_dir = /x",
                "QUIET = 1"
            })
    void isNoneThatItTakesOrPassesOver(String line) throws IOException {
        machine.system(SERVER + line + "\n");

        assertEquals(Optional.empty(), rejection());
    }

    @Test
    void isAnEmptyServerWhichMeansNoneHere() throws IOException {
        machine.system("[default]\nbase_url =\n");

        assertEquals(
                Messages.emptyServerRejectedBySdk(), rejection().orElseThrow().reason());
        assertEquals(SettingsFiles.host(machine.server(Map.of())), Optional.of(Host.PUBLIC_CLOUD));
    }

    @Test
    void ofTheUsersFileCountsNotWhereTheWorkspaceReplacesItsValue() throws IOException {
        machine.system(SERVER + "mode = Online\n");
        machine.workspace("[default]\nmode = online\n");

        assertEquals(Optional.empty(), rejection());
    }

    @Test
    void ofTheWorkspaceMakesTheSdkGoOnWithoutTheUsersFileToo() throws IOException {
        machine.system(SERVER);
        machine.workspace("[default]\nmode = Online\n");

        assertEquals(
                new Location.File(machine.workspaceFile(), 2),
                rejection().orElseThrow().location());
    }

    @Test
    void ofTheDefaultsIsInheritedByTheSectionThatCounts() throws IOException {
        machine.system("[DEFAULT]\ncolour = red\n" + SERVER);

        assertEquals(
                new Location.File(machine.systemFile(), 2),
                rejection().orElseThrow().location());
    }

    @Test
    void inAnotherSectionCountsNot() throws IOException {
        machine.system(SERVER + "[other]\ncolour = red\n");

        assertEquals(Optional.empty(), rejection());
    }

    @Test
    void isNotShownWhereItsNameMayBeAKey() throws IOException {
        machine.system(SERVER + Given.KEY + " = x\n");

        assertFalse(rejection().orElseThrow().toString().contains(Given.KEY));
    }

    @Test
    void isToldByTheDoctor() throws IOException {
        machine.system(SERVER + "api-key = x\n");

        assertEquals(List.of(rejection().orElseThrow()), examine());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Default", "DEFAULT"})
    void mayBeAllOfASectionWhoseNameIsWrittenOtherwise(String section) throws IOException {
        machine.system("[" + section + "]\nbase_url = https://one.example\n");

        Complaint complaint = examine().getFirst();

        assertEquals(new Location.File(machine.systemFile(), 1), complaint.location());
        assertEquals(Messages.sectionInOtherCase(section), complaint.reason());
    }

    @Test
    void isNotTheChoiceOfAnonymousLoginsWhichTheDoctorTellsByItself() throws IOException {
        machine.system(SERVER + "anonymous = must\n");

        assertEquals(
                List.of(new Location.File(machine.systemFile(), 3)),
                examine().stream().map(Complaint::location).toList());
    }

    @Test
    void isNoSectionOfAnotherCaseBesideTheRightOne() throws IOException {
        machine.system(SERVER + "[Default]\nx = 1\n");

        assertEquals(List.of(), examine());
    }

    private Optional<Complaint> rejection() {
        return machine.settings(Map.of()).rejection();
    }

    private List<Complaint> examine() {
        return new SettingsCheck().examine(machine.environment(Map.of()), List.of(), new Deadline(0));
    }
}
