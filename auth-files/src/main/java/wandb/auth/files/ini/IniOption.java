package wandb.auth.files.ini;

import java.util.List;

/**
 * An option as it stands in a section.
 *
 * @param name its name in lower case
 * @param node its first line
 * @param valueStart the offset of its value on the first line
 * @param valueEnd the offset after its value on the first line
 * @param further the other lines of its value; comments between them are not among them
 * @param raw its value before references are replaced
 */
record IniOption(String name, IniNode node, int valueStart, int valueEnd, List<IniNode> further, String raw) {

    IniOption {
        further = List.copyOf(further);
    }
}
