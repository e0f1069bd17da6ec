/*
 * The launcher of Windows, installed as wandb.exe and as wandb-auth.exe. Like the one of POSIX systems (../wandb) it decides what
 * runs before a JVM starts: our own commands run in a JVM within this process; every other command belongs to the next wandb on PATH
 * that is not one of ours. Called wandb-auth, it has the commands of 'wandb auth' at the top as well, and all are its own.
 *
 * Nothing on Windows takes the place of a process. So a program is started with the rest of the command line exactly as it was
 * written, is waited for and left alone with Ctrl-C; its exit code is ours, and it does not outlive us.
 *
 * x86_64-w64-mingw32-gcc -municode -Os -s -static -Wl,--no-insert-timestamp -o wandb.exe wandb.c
 */
#ifndef UNICODE
#define UNICODE
#endif
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* Tells other launchers that this is one of them. */
static const char mark[] = "# wandb-login: this mark is in each of its launchers";

#define MOST_PATH 32768
#define MOST_ANSWER 262144
#define MOST_PROGRAM (1 << 20)
#define MOST_DEPTH 32
#define VARIABLE_TRAIL L"_WANDB_LOGIN_TRAIL"

enum { FAILED = 1, NOT_RUNNABLE = 126, NOT_FOUND = 127 };

/* One argument: where it stands in the command line, and what it says. */
struct word {
    const wchar_t *start;
    const wchar_t *end;
    wchar_t *text;
};

static wchar_t self[MOST_PATH];
static BOOL is_own_name;
static struct word *words;
static int count;

static void *get(size_t size) {
    void *memory = calloc(1, size);
    if (memory == NULL) ExitProcess(FAILED);
    return memory;
}

static void fail(int code, const wchar_t *format, const wchar_t *what) {
    wchar_t text[MOST_PATH + 512];
    HANDLE error = GetStdHandle(STD_ERROR_HANDLE);
    DWORD mode, written;
    int length = _snwprintf(text, MOST_PATH + 500, is_own_name ? L"wandb-auth: " : L"wandb: ");
    length += _snwprintf(text + length, MOST_PATH + 480, format, what);
    wcscpy(text + length, L"\r\n");
    if (GetConsoleMode(error, &mode)) {
        WriteConsoleW(error, text, length + 2, &written, NULL);
    } else {
        int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, NULL, 0, NULL, NULL);
        char *bytes = get(size);
        WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, size, NULL, NULL);
        WriteFile(error, bytes, size - 1, &written, NULL);
    }
    ExitProcess(code);
}

/* As the C library of Microsoft cuts a command line into arguments. */
static const wchar_t *take_word(const wchar_t *at, struct word *word) {
    wchar_t *to = word->text = get((wcslen(at) + 1) * sizeof(wchar_t));
    BOOL quoted = FALSE;
    word->start = at;
    while (*at && (quoted || (*at != L' ' && *at != L'\t'))) {
        size_t backslashes = wcsspn(at, L"\\");
        if (at[backslashes] == L'"') {
            for (size_t i = 0; i < backslashes / 2; i++) *to++ = L'\\';
            at += backslashes;
            if (backslashes % 2) {
                *to++ = *at++;
            } else if (quoted && at[1] == L'"') {
                *to++ = L'"';
                at += 2;
            } else {
                quoted = !quoted;
                at++;
            }
        } else {
            for (size_t i = 0; i < backslashes; i++) *to++ = *at++;
            if (backslashes == 0) *to++ = *at++;
        }
    }
    word->end = at;
    return at + wcsspn(at, L" \t");
}

/* Finds the arguments after our own name, in which a backslash is only that. */
static void take_words(void) {
    const wchar_t *at = GetCommandLineW();
    BOOL quoted = FALSE;
    for (; *at && (quoted || (*at != L' ' && *at != L'\t')); at++) {
        if (*at == L'"') quoted = !quoted;
    }
    at += wcsspn(at, L" \t");
    words = get((wcslen(at) + 1) * sizeof(struct word));
    while (*at) at = take_word(at, &words[count++]);
}

static BOOL is(int at, const wchar_t *text) {
    return at < count && wcscmp(words[at].text, text) == 0;
}

static BOOL is_file(const wchar_t *path) {
    DWORD attributes = GetFileAttributesW(path);
    return attributes != INVALID_FILE_ATTRIBUTES && !(attributes & FILE_ATTRIBUTE_DIRECTORY);
}

/* The folder of the image's programs: beside this file, as the archive and as the wheel have it. */
static const wchar_t *find_image(void) {
    static wchar_t folder[MOST_PATH + 64];
    static const wchar_t *const places[] = {L"", L"\\..\\lib\\wandb-auth\\bin", L"\\..\\..\\lib\\wandb-auth\\bin"};
    wchar_t part[MOST_PATH + 96];
    for (int i = 0; i < 3; i++) {
        swprintf(folder, MOST_PATH + 64, L"%.*ls%ls", (int)(wcsrchr(self, L'\\') - self), self, places[i]);
        swprintf(part, MOST_PATH + 96, L"%ls\\..\\lib\\modules", folder);
        if (!is_file(part)) continue;
        swprintf(part, MOST_PATH + 96, L"%ls\\jli.dll", folder);
        if (is_file(part)) return folder;
    }
    fail(FAILED, L"the program is incomplete: its Java is missing beside %ls. Build or install it again.", self);
    return NULL;
}

/* Takes from the environment what would change the JVM, for it to give back to the programs that it starts. */
static void put_aside(void) {
    static const wchar_t *const names[] = {L"CLASSPATH", L"JAVA_HOME", L"JAVA_OPTIONS", L"JAVA_OPTS", L"JAVA_TOOL_OPTIONS",
        L"JDK_ALTERNATE_VM", L"JDK_AOT_VM_OPTIONS", L"JDK_JAVA_OPTIONS", L"_ALT_JAVA_HOME_DIR", L"_JAVA_LAUNCHER_DEBUG",
        L"_JAVA_OPTIONS", L"_JAVA_SPLASH_FILE", L"_JAVA_SPLASH_JAR", L"_JAVA_VERSION_SET"};
    static wchar_t value[MOST_PATH];
    wchar_t kept[64];
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        DWORD length = GetEnvironmentVariableW(names[i], value, MOST_PATH);
        swprintf(kept, 64, L"_WANDB_LOGIN_WAS_%ls", names[i]);
        SetEnvironmentVariableW(kept, length > 0 && length < MOST_PATH ? value : NULL);
        SetEnvironmentVariableW(names[i], NULL);
    }
}

/* The launcher of the JDK takes bytes of the machine's code page only; Main reads this as it was meant. */
static char *escaped(const char *before, const wchar_t *text) {
    char *bytes = get(strlen(before) + 5 * wcslen(text) + 1);
    char *to = bytes + sprintf(bytes, "%s", before);
    for (; *text; text++) {
        BOOL plain = *text >= L' ' && *text < 127 && *text != L'%';
        to += sprintf(to, plain ? "%c" : "%%%04X", *text);
    }
    return bytes;
}

/* Which of the streams are terminals, how wide, and ready for colours. */
static void describe_terminal(char *tty, char *columns) {
    static const DWORD streams[] = {STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, STD_ERROR_HANDLE};
    CONSOLE_SCREEN_BUFFER_INFO screen;
    DWORD mode;
    strcpy(tty, "-Dwandb.tty=");
    strcpy(columns, "-Dwandb.columns=0");
    for (int i = 0; i < 3; i++) {
        HANDLE stream = GetStdHandle(streams[i]);
        if (!GetConsoleMode(stream, &mode)) continue;
        sprintf(tty + strlen(tty), "%d", i);
        if (i > 0) SetConsoleMode(stream, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
        if (i > 0 && GetConsoleScreenBufferInfo(stream, &screen)) {
            sprintf(columns, "-Dwandb.columns=%d", screen.srWindow.Right - screen.srWindow.Left + 1);
        }
    }
}

typedef HRESULT(WINAPI *folder_function)(const GUID *, DWORD, HANDLE, wchar_t **);

/*
 * Where a rule for every user is looked for, nobody's variable decides. The library is loaded when the variables are put aside: with it
 * comes the C library of the JVM, which takes a copy of them.
 */
static char *program_data(void) {
    static const GUID program_data_folder = {0x62AB5D82, 0xFDC1, 0x4DC3, {0xA9, 0xDD, 0x07, 0x0D, 0x1D, 0x49, 0x5D, 0x97}};
    HMODULE shell = LoadLibraryExW(L"shell32.dll", NULL, LOAD_LIBRARY_SEARCH_SYSTEM32);
    folder_function where = shell == NULL ? NULL : (folder_function)(void *)GetProcAddress(shell, "SHGetKnownFolderPath");
    wchar_t *folder;
    if (where == NULL || where(&program_data_folder, 0, NULL, &folder) != S_OK) {
        fail(FAILED, L"Windows does not tell where its folder ProgramData is%ls", L"");
    }
    return escaped("-Dwandb.programdata=", folder);
}

/* The larger class cache, where the command likely uses a keychain or a server and the image has one. */
static char *choose_cache(const wchar_t *image) {
    static const wchar_t *const starts[] = {L"--verify", L"--store", L"--to", L"stores", L"doctor"};
    wchar_t cache[MOST_PATH + 96];
    char *option = get(4 * MOST_PATH);
    swprintf(cache, MOST_PATH + 96, L"%ls\\server\\complete.jsa", image);
    for (int i = 0; i < count && is_file(cache); i++) {
        for (int j = 0; j < 5; j++) {
            size_t length = wcslen(starts[j]);
            if (wcsncmp(words[i].text, starts[j], length) == 0 && (words[i].text[length] == 0 || words[i].text[length] == L'=')) {
                sprintf(option, "-XX:SharedArchiveFile=");
                WideCharToMultiByte(CP_ACP, 0, cache, -1, option + strlen(option), 3 * MOST_PATH, NULL, NULL);
                return option;
            }
        }
    }
    return "-Xshare:auto";
}

typedef int (*launch_function)(int, char **, int, const char **, int, const char **, const char *, const char *, const char *,
    const char *, uint8_t, uint8_t, uint8_t, int32_t);

/* Our own program, in this process. */
static int run_ours(void) {
    const wchar_t *image = find_image();
    wchar_t library[MOST_PATH + 96];
    char tty[32], columns[32];
    char **arguments = get((count + 16) * sizeof(char *));
    int n = 0;
    put_aside();
    describe_terminal(tty, columns);
    SetDllDirectoryW(L"");
    swprintf(library, MOST_PATH + 96, L"%ls\\jli.dll", image);
    HMODULE jli = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    launch_function launch = jli == NULL ? NULL : (launch_function)(void *)GetProcAddress(jli, "JLI_Launch");
    if (launch == NULL) fail(FAILED, L"%ls cannot be loaded: it is for another Windows, or damaged. Install the program again.", library);
    arguments[n++] = "wandb";
    arguments[n++] = choose_cache(image);
    arguments[n++] = tty;
    arguments[n++] = columns;
    arguments[n++] = is_own_name ? "-Dwandb.program=wandb-auth" : "-Dwandb.program=wandb";
    arguments[n++] = program_data();
    arguments[n++] = "-Dwandb.escaped=true";
    arguments[n++] = "-Djdk.console=java.base";
    if (strchr(tty, '2') == NULL) arguments[n++] = "-Dstderr.encoding=UTF-8"; /* as programs read it; a console has its own */
    arguments[n++] = "-m";
    arguments[n++] = "wandb.auth.cli/wandb.auth.cli.Main";
    for (int i = 0; i < count; i++) arguments[n++] = escaped("", words[i].text);
    return launch(n, arguments, 0, NULL, 0, NULL, "", "", "wandb", "java", FALSE, TRUE, FALSE, 0);
}

/* Whether the file is one of our launchers, by the mark that each has. */
static BOOL is_ours(const wchar_t *file) {
    HANDLE open = CreateFileW(file, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
    static char bytes[MOST_PROGRAM];
    DWORD length = 0;
    if (open == INVALID_HANDLE_VALUE) return FALSE;
    if (!ReadFile(open, bytes, MOST_PROGRAM, &length, NULL)) length = 0;
    CloseHandle(open);
    for (DWORD i = 0; i + sizeof(mark) - 1 <= length; i++) {
        if (bytes[i] == mark[0] && memcmp(bytes + i, mark, sizeof(mark) - 1) == 0) return TRUE;
    }
    return FALSE;
}

/* Looks in the folder for the program, with each of the endings that programs have. */
static BOOL find_in(const wchar_t *folder, const wchar_t *name, BOOL no_own, wchar_t *found) {
    wchar_t endings[1024];
    const wchar_t *dot = wcsrchr(name, L'.');
    DWORD length = GetEnvironmentVariableW(L"PATHEXT", endings, 1024);
    if (length == 0 || length >= 1024) wcscpy(endings, L".COM;.EXE;.BAT;.CMD");
    for (int pass = 0; pass < 2; pass++) {
        const wchar_t *at = endings;
        while (*at) {
            size_t size = wcscspn(at, L";");
            BOOL has_ending = dot != NULL && wcslen(dot) == size && _wcsnicmp(dot, at, size) == 0;
            if (size > 0 && (pass == 1 || has_ending)) {
                swprintf(found, MOST_PATH, L"%ls%ls%ls%.*ls", folder, *folder ? L"\\" : L"", name, pass == 0 ? 0 : (int)size, at);
                if (is_file(found) && !(no_own && is_ours(found))) return TRUE;
            }
            at += size + (at[size] == L';');
        }
    }
    return FALSE;
}

/* Looks on PATH, but not where a relative folder leads, which may be anybody's. */
static BOOL find_on_path(const wchar_t *name, BOOL no_own, wchar_t *found) {
    static wchar_t path[MOST_PATH];
    static wchar_t folder[MOST_PATH];
    DWORD length = GetEnvironmentVariableW(L"PATH", path, MOST_PATH);
    if (length == 0 || length >= MOST_PATH) return FALSE;
    for (wchar_t *at = path; *at;) {
        size_t size = wcscspn(at, L";");
        const wchar_t *start = at;
        size_t taken = size;
        if (size > 1 && start[0] == L'"' && start[size - 1] == L'"') {
            start++;
            taken -= 2;
        }
        swprintf(folder, MOST_PATH, L"%.*ls", (int)taken, start);
        BOOL absolute = (taken > 2 && folder[1] == L':' && (folder[2] == L'\\' || folder[2] == L'/')) || (folder[0] == L'\\' && folder[1] == L'\\');
        if (absolute && find_in(folder, name, no_own, found)) return TRUE;
        at += size + (at[size] == L';');
    }
    return FALSE;
}

/* A program that is run by its path or by a name on PATH. */
static void find_program(const wchar_t *name, wchar_t *found) {
    if (*name == 0) fail(NOT_FOUND, L"%ls: command not found", L"''");
    if (wcspbrk(name, L"\\/:") == NULL) {
        if (find_on_path(name, FALSE, found)) return;
    } else if (find_in(L"", name, FALSE, found)) {
        return;
    }
    if (wcspbrk(name, L"\\/:") != NULL && GetFileAttributesW(name) != INVALID_FILE_ATTRIBUTES) {
        fail(NOT_RUNNABLE, L"cannot run %ls: it is a directory, or no program", name);
    }
    size_t length = wcslen(name);
    BOOL key = length >= 40 && wcsspn(name, L"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-") == length;
    fail(NOT_FOUND, L"%ls: command not found", key ? L"(looks like an API key)" : name);
}

/* What stops this process by Ctrl-C is for the program alone. */
static BOOL WINAPI leave_to_program(DWORD event) {
    return event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
}

/* A batch file is run by cmd.exe, which takes percent signs and quotes in arguments for its own. */
static wchar_t *batch_line(const wchar_t *file, int first) {
    size_t size = 2 * MOST_PATH + wcslen(GetCommandLineW()) + 4 * (size_t)count;
    wchar_t *line = get(size * sizeof(wchar_t));
    int length = swprintf(line, size, L"cmd.exe /d /v:off /s /c \"\"%ls\"", file);
    for (int i = first; i < count; i++) {
        if (wcspbrk(words[i].text, L"\"%\r\n") != NULL) {
            fail(NOT_RUNNABLE, L"cannot run %ls: a batch file cannot be given an argument with a quotation mark or a percent sign", file);
        }
        length += swprintf(line + length, size - length, L" \"%ls\"", words[i].text);
    }
    wcscpy(line + length, L"\"");
    return line;
}

/* Starts the program, whose name is the word before `first`, and ends as it does. */
static int run_program(const wchar_t *file, wchar_t *line, int first) {
    STARTUPINFOW start = {.cb = sizeof(start)};
    PROCESS_INFORMATION process;
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
    const wchar_t *ending = wcsrchr(file, L'.');
    wchar_t shell[MAX_PATH + 16];
    DWORD code;
    if (ending != NULL && (_wcsicmp(ending, L".bat") == 0 || _wcsicmp(ending, L".cmd") == 0)) {
        line = batch_line(file, first);
        GetSystemDirectoryW(shell, MAX_PATH);
        wcscat(shell, L"\\cmd.exe");
        file = shell;
    }
    SetConsoleCtrlHandler(leave_to_program, TRUE);
    if (!CreateProcessW(file, line, NULL, NULL, TRUE, CREATE_SUSPENDED, NULL, NULL, &start, &process)) {
        fail(NOT_RUNNABLE, L"cannot run %ls: it is no program for this machine, or may not be run", file);
    }
    HANDLE job = CreateJobObjectW(NULL, NULL);
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_SILENT_BREAKAWAY_OK;
    SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof(limits));
    AssignProcessToJobObject(job, process.hProcess);
    ResumeThread(process.hThread);
    WaitForSingleObject(process.hProcess, INFINITE);
    return GetExitCodeProcess(process.hProcess, &code) ? (int)code : FAILED;
}

/* Hands the command to the SDK's wandb, and notices programs that only call each other. */
static int hand_on(void) {
    static wchar_t next[MOST_PATH];
    wchar_t trail[MOST_PATH + 64];
    wchar_t *line = get((MOST_PATH + wcslen(GetCommandLineW()) + 4) * sizeof(wchar_t));
    DWORD length = GetEnvironmentVariableW(VARIABLE_TRAIL, trail, MOST_PATH);
    int depth = length > 0 && length < MOST_PATH ? _wtoi(trail) : 0;
    if (!find_on_path(L"wandb", TRUE, next)) {
        return count > 0 ? run_ours() : FAILED; /* a shell that completes would take a message for a word */
    }
    if (depth >= MOST_DEPTH) fail(FAILED, L"the programs named wandb on PATH only call each other; the last was %ls", next);
    swprintf(trail, MOST_PATH + 64, L"%d:%lu:%ls", depth < 0 ? 1 : depth + 1, GetCurrentProcessId(), next);
    SetEnvironmentVariableW(VARIABLE_TRAIL, trail);
    swprintf(line, MOST_PATH + wcslen(GetCommandLineW()) + 4, L"\"%ls\" %ls", next, count > 0 ? words[0].start : L"");
    return run_program(next, line, 0);
}

/* Runs our own program for its answer: the server, the key, the profile where one was chosen, and the profile whose key it is. */
static char *ask_environment(const wchar_t *options, size_t length) {
    SECURITY_ATTRIBUTES inherited = {sizeof(inherited), NULL, TRUE};
    STARTUPINFOW start = {.cb = sizeof(start), .dwFlags = STARTF_USESTDHANDLES};
    PROCESS_INFORMATION process;
    HANDLE from, to;
    DWORD read = 0, size = 0, code = FAILED;
    char *answer = get(MOST_ANSWER + 1);
    size_t most = MOST_PATH + length + 64;
    wchar_t *line = get(most * sizeof(wchar_t));
    swprintf(line, most, L"\"%ls\" auth exec-environment %.*ls", self, (int)length, options);
    if (!CreatePipe(&from, &to, &inherited, 0)) fail(FAILED, L"%ls: no pipe can be made", self);
    SetHandleInformation(from, HANDLE_FLAG_INHERIT, 0);
    start.hStdInput = CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited, OPEN_EXISTING, 0, NULL);
    start.hStdOutput = to;
    start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    if (!CreateProcessW(self, line, NULL, NULL, TRUE, 0, NULL, NULL, &start, &process)) fail(FAILED, L"cannot run %ls", self);
    CloseHandle(to);
    while (size < MOST_ANSWER && ReadFile(from, answer + size, MOST_ANSWER - size, &read, NULL) && read > 0) size += read;
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &code);
    CloseHandle(from);
    if (code != 0) ExitProcess(code);
    return answer;
}

/* Takes the next line of the answer. NULL where it is a dash, which leaves things as they are. */
static const wchar_t *take_line(char **answer) {
    char *end = strchr(*answer, '\n');
    if (end == NULL || end == *answer || *answer[0] == '\r') fail(FAILED, L"the answer about the server and the key is damaged%ls", L"");
    char *line = *answer;
    *answer = end + 1;
    *end = 0;
    if (end[-1] == '\r') end[-1] = 0;
    int size = MultiByteToWideChar(CP_UTF8, 0, line, -1, NULL, 0);
    wchar_t *text = get(size * sizeof(wchar_t));
    MultiByteToWideChar(CP_UTF8, 0, line, -1, text, size);
    return strcmp(line, "-") == 0 ? NULL : text;
}

/* Runs a program with the server, the key and the profile in its environment. No argument and no file holds the key. */
static int run_exec(int first) {
    static wchar_t program[MOST_PATH];
    int at = first;
    for (; at < count && !is(at, L"--"); at++) {
        if (is(at, L"-h") || is(at, L"--help")) return run_ours();
    }
    if (at + 1 >= count) return run_ours();
    find_program(words[at + 1].text, program);
    char *answer = ask_environment(words[first].start, at > first ? (size_t)(words[at - 1].end - words[first].start) : 0);
    const wchar_t *server = take_line(&answer);
    const wchar_t *key = take_line(&answer);
    const wchar_t *profile = take_line(&answer);
    const wchar_t *whose = take_line(&answer);
    if (*answer != 0) fail(FAILED, L"the answer about the server and the key is damaged%ls", L"");
    if (server != NULL) SetEnvironmentVariableW(L"WANDB_BASE_URL", server);
    SetEnvironmentVariableW(L"WANDB_API_KEY", key); /* NULL unsets it: an identity token, which the program finds as we did */
    if (key != NULL) SetEnvironmentVariableW(L"WANDB_IDENTITY_TOKEN_FILE", NULL);
    if (profile != NULL) SetEnvironmentVariableW(L"WANDB_PROFILE", profile);
    if (whose != NULL) SetEnvironmentVariableW(L"_WANDB_LOGIN_KEY_PROFILE", whose);
    return run_program(program, _wcsdup(words[at + 1].start), at + 2);
}

/* Whether 'status' is meant for the SDK, which shows all its settings. */
static BOOL wants_settings(void) {
    for (int i = 1; i < count && !is(i, L"--"); i++) {
        if (is(i, L"--settings") || is(i, L"--no-settings")) return TRUE;
    }
    return FALSE;
}

static int run_wandb(void) {
    static const wchar_t *const ours[] = {L"login", L"logout", L"completion", L"help", L"version", L"auth", L"-h", L"--help", L"-V", L"--version"};
    if (is(0, L"auth") && is(1, L"exec")) return run_exec(2);
    if (count == 0) return GetEnvironmentVariableW(L"_WANDB_COMPLETE", NULL, 0) > 0 ? hand_on() : run_ours();
    if (is(0, L"status")) return wants_settings() ? hand_on() : run_ours();
    for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++) {
        if (is(0, ours[i])) return run_ours();
    }
    return hand_on();
}

static int run_auth(void) {
    if (is(0, L"exec")) return run_exec(1);
    return is(0, L"auth") && is(1, L"exec") ? run_exec(2) : run_ours();
}

int wmain(void) {
    DWORD length = GetModuleFileNameW(NULL, self, MOST_PATH);
    wchar_t *name = length > 0 && length < MOST_PATH ? wcsrchr(self, L'\\') : NULL;
    if (name == NULL) ExitProcess(FAILED);
    is_own_name = _wcsnicmp(name + 1, L"wandb-auth", 10) == 0;
    take_words();
    return is_own_name ? run_auth() : run_wandb();
}
