/* Has a file open, as a scanner does: others may read and write it, and neither rename nor delete it. */
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

int wmain(int count, wchar_t **arguments) {
    HANDLE file = CreateFileW(arguments[1], GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    printf(file == INVALID_HANDLE_VALUE ? "not held\n" : "held\n");
    fflush(stdout);
    Sleep(count > 2 ? _wtoi(arguments[2]) : INFINITE);
    return 0;
}
