package health.vigil.api.registry;

import health.vigil.registry.RegistryCell;
import health.vigil.registry.RegistryRow;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Rows as CSV (RFC 4180): commas, CR LF, and the names of the columns in the first line.
final class CsvTable {
    private static final String END = "\r\n";

    /// What a spreadsheet would take for the begin of a formula.
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20]");

    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

    private CsvTable() {}

    static String of(List<RegistryRow> rows) {
        var fields = RegistryRow.fields();
        var text = new StringBuilder(String.join(",", fields)).append(END);
        for (var row : rows) {
            text.append(fields.stream()
                            .map(field -> row.cell(field).map(CsvTable::cell).orElse(""))
                            .collect(Collectors.joining(",")))
                    .append(END);
        }
        return text.toString();
    }

    private static String cell(RegistryCell cell) {
        return switch (cell) {
            case RegistryCell.TextCell(var text) -> text(text);
            case RegistryCell.NumberCell(var number) -> number.toPlainString();
            case RegistryCell.TimeCell(var at) -> at.toString();
            case RegistryCell.LocalTimeCell(var at) -> at.toString();
        };
    }

    /// A text that looks like a formula gets an apostrophe, so that a spreadsheet shows it and runs nothing.
    static String text(String text) {
        var safe = FORMULA.matcher(text).find() ? "'" + text : text;
        return QUOTED.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
