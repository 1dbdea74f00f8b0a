package health.vigil.api.registry;

import health.vigil.registry.RegistryColumn;
import health.vigil.registry.RegistryRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The export as JSON.
///
/// @param fieldList the name of the list of columns
/// @param at when it was computed
/// @param timeZone of the columns that end in `Local`
/// @param fields the names of all columns in order
/// @param items one object per episode; a blank column is left out
record RegistryView(
        String fieldList, Instant at, String timeZone, List<String> fields, List<Map<String, CellView>> items) {
    static RegistryView of(Instant at, ZoneId hospital, List<RegistryRow> rows) {
        return new RegistryView(
                RegistryColumn.LIST,
                at,
                hospital.getId(),
                RegistryRow.fields(),
                rows.stream().map(RegistryView::values).toList());
    }

    private static Map<String, CellView> values(RegistryRow row) {
        var values = new LinkedHashMap<String, CellView>();
        RegistryRow.fields().forEach(field -> row.cell(field).ifPresent(cell -> values.put(field, CellView.of(cell))));
        return values;
    }
}
