package health.vigil.store;

import health.vigil.history.Episode;
import health.vigil.observation.VitalSign;
import health.vigil.registry.RegistryCase.FeverFacts;
import java.math.BigDecimal;
import java.time.Instant;

/// The fever of an episode. An episode may have a million readings, so the database finds the few that are needed.
final class RegistryTemperatures {
    private static final String HIGHEST = """
            select effective_at, (content->>'temperature')::numeric as celsius,
                {atHome} as at_home
            from observation
            where patient_id = any(?) and effective_at >= ? and effective_at <= ? and kind = 'vital-signs' and graded
                and retracted_at is null and (content->>'temperature')::numeric between ? and ?
            order by celsius desc, effective_at, at_home
            limit 1
            """.replace("{atHome}", ReadAtHome.CONDITION);

    private static final String FIRST_FEVER = """
            select effective_at as at, {atHome} as at_home from observation
            where patient_id = any(?) and effective_at >= ? and effective_at <= ? and kind = 'vital-signs' and graded
                and retracted_at is null and (content->>'temperature')::numeric between ? and ?
            order by effective_at, at_home
            limit 1
            """.replace("{atHome}", ReadAtHome.CONDITION);

    private static final BigDecimal FEVER = new BigDecimal("38.0");

    private RegistryTemperatures() {}

    private record Highest(Instant at, BigDecimal celsius, boolean atHome) {}

    private record FirstFever(Instant at, boolean atHome) {}

    /// The plausible temperatures since the infusion.
    static FeverFacts of(Sql sql, Episode episode, Instant until) {
        var numbers = PatientNumbers.column(episode.numbers());
        var highest = sql.first(
                HIGHEST,
                row -> new Highest(
                        row.instant("effective_at"),
                        row.optionalDecimal("celsius").orElseThrow(),
                        row.flag("at_home")),
                numbers,
                episode.infusedAt(),
                until,
                VitalSign.TEMPERATURE.lowest(),
                VitalSign.TEMPERATURE.highest());
        var fever = sql.first(
                FIRST_FEVER,
                row -> new FirstFever(row.instant("at"), row.flag("at_home")),
                numbers,
                episode.infusedAt(),
                until,
                FEVER,
                VitalSign.TEMPERATURE.highest());
        return new FeverFacts(
                fever.map(FirstFever::at),
                highest.map(Highest::celsius),
                highest.map(Highest::at),
                fever.filter(FirstFever::atHome).isPresent()
                        || (fever.isPresent() && highest.filter(Highest::atHome).isPresent()));
    }
}
