package health.vigil.protocol;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// The hospital's rows, in the order in which they are shown.
///
/// @param version the name of this content; empty if the hospital has no table
public record ProtocolTable(String version, List<ProtocolRow> rows) {
    public static final ProtocolTable NONE = new ProtocolTable("", List.of());

    public ProtocolTable {
        var ids = new HashSet<String>();
        rows.stream().filter(row -> !ids.add(row.id())).findFirst().ifPresent(row -> {
            throw new IllegalArgumentException("Two rows have the id " + row.id());
        });
        rows = rows.stream()
                .sorted(Comparator.comparingInt(ProtocolRow::order).thenComparing(ProtocolRow::id))
                .toList();
    }
}
