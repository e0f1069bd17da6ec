package wandb.auth.dist.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wandb.auth.cli.HelpText;
import wandb.auth.cli.OptionGroup;
import wandb.auth.cli.command.Example;

/** The manual page of a command, in mdoc. */
record ManualPage(CommandModel command, Edition edition) {

    record Edition(LocalDate date, String version, CommandModel commands) {

        private String dateInWords() {
            String month = date.getMonth().name();
            return month.charAt(0) + month.substring(1).toLowerCase(Locale.ROOT) + " " + date.getDayOfMonth() + ", "
                    + date.getYear();
        }
    }

    /** The page of the group has the name of the program that stands for it. */
    private static final String OWN_NAME =
            "The program wandb-auth is the same, and nothing else has that name. Under it"
                    + " these commands follow the name itself, as in 'wandb-auth token', and so do login, logout, status,"
                    + " completion, help and version. It hands nothing on to the program of the Python SDK.";

    /** The name of the file that it belongs in. */
    String fileName() {
        return name(command) + ".1";
    }

    private static String name(CommandModel command) {
        return String.join("-", command.words());
    }

    String text() {
        Roff page = new Roff();
        page.macro("Dd " + edition.dateInWords());
        page.macro("Dt " + name(command).toUpperCase(Locale.ROOT) + " 1");
        page.macro("Os " + edition.version());
        page.section("NAME").macro("Nm " + name(command)).macro("Nd " + purpose());
        synopsis(page);
        page.section("DESCRIPTION").sentences(command.description());
        if (name(command).equals(HelpText.OWN_NAME)) {
            page.macro("Pp").sentences(OWN_NAME);
        }
        if (command.isGroup()) {
            page.macro("Pp").sentences("The commands are:").list(subcommands());
        }
        options(page);
        ManualSections.addTo(page, command);
        examples(page);
        seeAlso(page);
        return page.text();
    }

    /** The summary as a part of a sentence. */
    private String purpose() {
        String summary = command.summary().substring(0, command.summary().length() - 1);
        return Character.toLowerCase(summary.charAt(0)) + summary.substring(1);
    }

    private void synopsis(Roff page) {
        page.section("SYNOPSIS").macro("Nm " + command.line());
        for (OptionModel option : command.options()) {
            String name = flag(option.names().getFirst()) + value(option);
            page.macro((option.isRequired() ? "" : "Op ") + name);
        }
        if (command.isGroup()) {
            page.macro("Ar command").macro("Op Ar argument ...");
        } else if (command.startsProgram()) {
            page.macro("Fl \\&-").macro("Ar program").macro("Op Ar argument ...");
        } else {
            command.argument().ifPresent(argument -> page.macro(argument(argument.label())));
        }
    }

    /** A label in brackets, as the help has it, is of what can be left out. */
    private static String argument(String label) {
        boolean isOptional = label.startsWith("[");
        return isOptional ? "Op Ar " + label.substring(1, label.length() - 1) : "Ar " + label;
    }

    private List<String[]> subcommands() {
        List<String[]> entries = new ArrayList<>();
        for (CommandModel subcommand : command.subcommands()) {
            String more = " See " + name(subcommand) + "(1).";
            entries.add(new String[] {"Cm " + Roff.argument(subcommand.word()), subcommand.summary() + more});
        }
        return entries;
    }

    /** Under the headings of the help, where there are several. */
    private void options(Roff page) {
        for (OptionGroup group : OptionGroup.values()) {
            List<OptionModel> options = new ArrayList<>(command.options());
            options.removeIf(option -> OptionGroup.of(option.names().getFirst()) != group);
            if (options.size() == command.options().size()) {
                page.macro("Pp").sentences("The options are:").list(entries(options));
            } else if (!options.isEmpty()) {
                page.macro("Ss " + group.heading()).list(entries(options));
            }
        }
    }

    private void examples(Roff page) {
        page.section("EXAMPLES");
        for (int i = 0; i < command.examples().size(); i++) {
            Example example = command.examples().get(i);
            if (i > 0) {
                page.macro("Pp");
            }
            page.sentences(example.purpose() + ":").macro("Dl " + Roff.literal(example.line()));
        }
    }

    private static List<String[]> entries(List<OptionModel> options) {
        List<String[]> entries = new ArrayList<>();
        for (OptionModel option : options) {
            List<String> forms = new ArrayList<>();
            for (String name : option.names()) {
                forms.add(flag(name) + value(option));
            }
            entries.add(new String[] {String.join(" , ", forms), option.description() + known(option.value())});
        }
        return entries;
    }

    private static String known(Optional<ValueModel> value) {
        List<String> known = value.map(ValueModel::known).orElse(List.of());
        return known.isEmpty() ? "" : " Known: " + String.join(", ", known) + ".";
    }

    /** The macro writes the first dash. */
    private static String flag(String name) {
        return "Fl " + name.substring(1).replace("-", "\\-").replaceFirst("^\\\\-", "-");
    }

    private static String value(OptionModel option) {
        return option.value().map(value -> " Ar " + value.label()).orElse("");
    }

    private void seeAlso(Roff page) {
        page.section("SEE ALSO");
        List<String> others = edition.commands().all().stream()
                .filter(this::isNear)
                .map(ManualPage::name)
                .sorted()
                .toList();
        for (int i = 0; i < others.size(); i++) {
            page.macro("Xr " + others.get(i) + " 1" + (i < others.size() - 1 ? " ," : ""));
        }
    }

    /** Whether it is the group of this command, in the same group, or in this one. */
    private boolean isNear(CommandModel other) {
        List<String> group = withoutLast(command.words());
        List<String> groupOfOther = withoutLast(other.words());
        boolean isAround = other.words().equals(group) || groupOfOther.equals(group);
        return (isAround || groupOfOther.equals(command.words())) && !other.equals(command);
    }

    private static List<String> withoutLast(List<String> words) {
        return words.subList(0, words.size() - 1);
    }
}
