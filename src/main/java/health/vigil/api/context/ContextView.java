package health.vigil.api.context;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import health.vigil.api.NumbersView;
import health.vigil.context.ContextItems;
import health.vigil.observation.PatientId;
import health.vigil.store.ContextQueries.EpisodeContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// The items beside the grades in a response.
///
/// @param day calendar days since the infusion, in the hospital's time zone
record ContextView(
        @JsonUnwrapped NumbersView patient,
        UUID episodeId,
        Instant at,
        Instant knownAt,
        long day,
        String ruleSet,
        String policyVersion,
        List<ItemView> items) {
    /// @param asked the requested number of the patient
    static ContextView of(PatientId asked, EpisodeContext context, ZoneId hospital) {
        return new ContextView(
                NumbersView.of(asked, context.episode().numbers()),
                context.episode().id(),
                context.at(),
                context.knownAt(),
                day(context, hospital),
                ContextItems.RULE_SET,
                context.policyVersion(),
                context.items().stream().map(ItemView::of).toList());
    }

    private static long day(EpisodeContext context, ZoneId hospital) {
        return ChronoUnit.DAYS.between(
                LocalDate.ofInstant(context.episode().infusedAt(), hospital),
                LocalDate.ofInstant(context.at(), hospital));
    }
}
