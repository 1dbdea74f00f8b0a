package health.vigil.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The values of one episode by their names. A column without a value is blank.
public final class RegistryRow {
    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

    private final ZoneId hospital;
    private final Map<String, RegistryCell> cells = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();
    private final Set<RegistryColumn> covered = EnumSet.noneOf(RegistryColumn.class);

    RegistryRow(ZoneId hospital) {
        this.hospital = hospital;
    }

    /// The names of all columns in order.
    public static List<String> fields() {
        return Arrays.stream(RegistryColumn.values())
                .flatMap(RegistryColumn::fields)
                .toList();
    }

    public Map<String, RegistryCell> cells() {
        return Collections.unmodifiableMap(cells);
    }

    public Optional<RegistryCell> cell(String field) {
        return Optional.ofNullable(cells.get(field));
    }

    /// What nobody has confirmed yet, or what is not recorded here.
    public List<String> open() {
        return List.copyOf(open);
    }

    void text(RegistryColumn column, String text) {
        cells.put(column.field(), new RegistryCell.TextCell(text));
    }

    void text(RegistryColumn column, Optional<String> text) {
        text.ifPresent(each -> text(column, each));
    }

    /// Several words; blank if there are none.
    void words(RegistryColumn column, Collection<String> words) {
        if (!words.isEmpty()) {
            text(column, String.join(" ", words));
        }
    }

    void number(RegistryColumn column, long number) {
        number(column, BigDecimal.valueOf(number));
    }

    void number(RegistryColumn column, BigDecimal number) {
        cells.put(column.field(), new RegistryCell.NumberCell(number));
    }

    /// Hours with one decimal.
    void hours(RegistryColumn column, Duration time) {
        number(column, hours(time));
    }

    static BigDecimal hours(Duration time) {
        return BigDecimal.valueOf(time.toMillis()).divide(MILLIS_PER_HOUR, 1, RoundingMode.HALF_UP);
    }

    void time(RegistryColumn column, Instant at) {
        cells.put(column.field(), new RegistryCell.TimeCell(at));
        cells.put(column.localField(), new RegistryCell.LocalTimeCell(LocalDateTime.ofInstant(at, hospital)));
    }

    void time(RegistryColumn column, Optional<Instant> at) {
        at.ifPresent(each -> time(column, each));
    }

    /// Names what is not known or not confirmed.
    void open(String what) {
        open.add(what);
    }

    /// Computed columns that the confirmations of physicians cover.
    void covered(Collection<RegistryColumn> columns) {
        covered.addAll(columns);
    }

    void close() {
        words(RegistryColumn.OPEN, open);
    }

    /// The row without the toxicity that only the rules computed.
    public RegistryRow confirmed() {
        var row = new RegistryRow(hospital);
        row.cells.putAll(cells);
        row.open.addAll(open);
        row.covered.addAll(covered);
        Arrays.stream(RegistryColumn.values())
                .filter(column -> column.computedToxicity() && !covered.contains(column))
                .flatMap(RegistryColumn::fields)
                .forEach(row.cells::remove);
        return row;
    }
}
