package health.vigil.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A table of codes as CSV: `system,code,vigil-word,unit?`. Empty lines and lines that begin with `#` are
/// comments. A field may be quoted.
public final class CodeFile {
    private static final Pattern FIELD = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(,|$)");
    private static final int LONGEST = 200;
    /// The mark that some editors write at the start of a file in UTF-8.
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CodeFile() {}

    /// Reads the rows.
    ///
    /// @param name the file, for messages
    /// @throws IllegalArgumentException with the file and the line of the first fault
    public static List<CodeRow> read(String name, String text) {
        var rows = new ArrayList<CodeRow>();
        var lines = plain(text).lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(row(name, number, fields(line)));
            }
        }
        return rows;
    }

    private static String plain(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var matcher = FIELD.matcher(line);
        while (matcher.find()) {
            var quoted = matcher.group(1);
            fields.add((quoted == null ? matcher.group(2) : quoted.replace("\"\"", "\"")).strip());
            if (matcher.group(3).isEmpty()) {
                return matcher.end() == line.length() ? fields : List.of();
            }
        }
        return List.of();
    }

    private static CodeRow row(String name, int line, List<String> fields) {
        var place = name + " line " + line + ": ";
        if (fields.size() < 3 || fields.size() > 4) {
            throw new IllegalArgumentException(place + "needs system,code,vigil-word and maybe a unit");
        }
        if (fields.stream().limit(3).anyMatch(String::isEmpty)
                || fields.stream().anyMatch(field -> field.length() > LONGEST)) {
            throw new IllegalArgumentException(place + "a field is empty or longer than " + LONGEST + " characters");
        }
        if (MeaningWords.read(fields.get(2)).isEmpty()) {
            throw new IllegalArgumentException(place + "'" + fields.get(2) + "' is not one of our words");
        }
        var unit =
                fields.size() == 4 && !fields.get(3).isEmpty() ? Optional.of(fields.get(3)) : Optional.<String>empty();
        return new CodeRow(Terminology.canonical(fields.get(0)), fields.get(1), fields.get(2), unit, line);
    }
}
