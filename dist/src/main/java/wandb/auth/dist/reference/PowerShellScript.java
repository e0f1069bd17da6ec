package wandb.auth.dist.reference;

import java.util.ArrayList;
import java.util.List;

/** The completion script for PowerShell. */
record PowerShellScript(CommandModel program) {

    private static final String TEMPLATE = """
            # Completion of @PROGRAM@ in PowerShell, written by '@PROGRAM@ completion powershell'.
            # After a first word that is not one of its commands, files are completed.

            Register-ArgumentCompleter -Native -CommandName @PROGRAM@ -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)

                # What can follow each command, and each option that has a value.
                $candidates = @{
                    @CANDIDATES@
                }
                $groups = @(@GROUPS@)
                # Where the program knows more words. It opens no store for them and changes nothing.
                $asked = @{
                    @ASKED@
                }

                $words = @($commandAst.CommandElements |
                    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
                    ForEach-Object { $_.ToString() })
                $command = '@PROGRAM@'
                $i = 1
                while ($i -lt $words.Count -and $words[$i] -notlike '-*' -and $candidates.ContainsKey("$command $($words[$i])")) {
                    $command = "$command $($words[$i])"
                    $i++
                }
                if ($words -contains '--' -or ($groups -contains $command -and $i -lt $words.Count)) {
                    return
                }
                $place = $command
                if ($i -lt $words.Count -and $candidates.ContainsKey("$command $($words[-1])")) {
                    $place = "$command $($words[-1])"
                }
                if ($asked.ContainsKey($place) -and (Get-Command wandb-auth -CommandType Application -ErrorAction Ignore)) {
                    & wandb-auth auth candidates $asked[$place] 2>$null | ForEach-Object { $candidates[$place][$_] = $_ }
                }
                $candidates[$place].GetEnumerator() | Where-Object { $_.Key -like "$wordToComplete*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_.Key, $_.Key, 'ParameterValue', $_.Value)
                }
            }
            """;

    String text() {
        List<String> groups = new ArrayList<>();
        List<String> candidates = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        for (CommandModel command : program.all()) {
            if (command.isGroup()) {
                groups.add(quoted(command.line()));
            }
            candidates.addAll(table(command.line(), Candidate.after(command)));
            command.argument().flatMap(ValueModel::asked).ifPresent(kind -> asked.add(entry(command.line(), kind)));
            for (OptionModel option : command.options()) {
                for (String name : option.value().isPresent() ? option.names() : List.<String>of()) {
                    String place = command.line() + " " + name;
                    candidates.addAll(
                            table(place, option.value().map(Candidate::known).orElseThrow()));
                    option.value().flatMap(ValueModel::asked).ifPresent(kind -> asked.add(entry(place, kind)));
                }
            }
        }
        return new Template(TEMPLATE)
                .lines("CANDIDATES", candidates)
                .lines("ASKED", asked)
                .put("GROUPS", String.join(", ", groups))
                .put("PROGRAM", program.word())
                .text();
    }

    /** A table in the order of the help. A tooltip must not be empty: without a description it is the word. */
    private static List<String> table(String place, List<Candidate> candidates) {
        List<String> lines = new ArrayList<>();
        lines.add(quoted(place) + " = [ordered]@{");
        for (Candidate candidate : candidates) {
            String tooltip = candidate.description().isEmpty() ? candidate.word() : candidate.description();
            lines.add("    " + quoted(candidate.word()) + " = " + quoted(tooltip));
        }
        lines.add("}");
        return lines;
    }

    private static String entry(String place, String kind) {
        return quoted(place) + " = " + quoted(kind);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
