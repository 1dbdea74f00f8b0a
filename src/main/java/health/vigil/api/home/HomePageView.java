package health.vigil.api.home;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.alert.DueCheck;
import health.vigil.observation.HomeCheck;
import health.vigil.observation.VitalSign;
import health.vigil.observation.VitalSigns;
import health.vigil.observation.Word;
import health.vigil.policy.ContextSettings.HomeCard;
import health.vigil.store.HomeEntries.HomeEntry;
import health.vigil.store.HomeEntries.WrittenSentence;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a patient or a caregiver needs at home: whom to call and when, what is due, and what was entered from
/// home. It names no grade, no name and no number of the patient.
///
/// @param call when to call, in each language
/// @param watch absent while nobody watches the patient at home
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record HomePageView(Instant at, CentreContact centre, List<CallText> call, Optional<OutpatientWatchView> watch) {
    /// @param phone answered day and night
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record CentreContact(Optional<String> name, Optional<String> phone) {
        static CentreContact of(HomeCard card) {
            return new CentreContact(card.centre(), card.phone());
        }
    }

    /// @param language `en` or `de`
    record CallText(String language, String title, List<String> lines) {}

    /// @param since from when on the patient is watched at home
    /// @param checks what this account can enter, soonest first
    /// @param entries newest first
    /// @param sentence the newest sentence that was written by hand
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record OutpatientWatchView(
            Instant since,
            CallLimits limits,
            List<HomeCheckDue> checks,
            List<HomeEntryView> entries,
            Optional<SentenceView> sentence) {}

    /// From which values on to call.
    ///
    /// @param temperatureFrom this temperature or more, in degrees Celsius
    /// @param systolicUnder a lower systolic pressure, in mm Hg
    /// @param systolicUpTo this systolic pressure or less, because it is far under the usual one; absent if that
    ///     is not known
    /// @param spo2Under a lower SpO2, in percent
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record CallLimits(BigDecimal temperatureFrom, int systolicUnder, Optional<BigDecimal> systolicUpTo, int spo2Under) {
        /// How far under the usual pressure a patient calls.
        static final BigDecimal DROP = BigDecimal.TEN;

        static CallLimits of(HomeCard card, Optional<BigDecimal> usualSystolic) {
            return new CallLimits(
                    card.fever(), card.systolic(), usualSystolic.map(usual -> usual.subtract(DROP)), card.spo2());
        }
    }

    /// @param missing the parts that are due
    record HomeCheckDue(String check, Instant dueAt, List<String> missing) {
        static HomeCheckDue of(DueCheck due, Instant at) {
            return new HomeCheckDue(
                    due.check().word(),
                    due.dueAt(),
                    due.missing(at).stream().map(age -> age.part().word()).toList());
        }
    }

    /// @param values of vital signs, in the units of the fields with these names
    /// @param signs of the questions: what is new or worse
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record HomeEntryView(
            String kind, Instant at, Optional<Map<String, BigDecimal>> values, Optional<List<String>> signs) {
        static HomeEntryView of(HomeEntry entry) {
            return new HomeEntryView(
                    entry.content().kind().word(),
                    entry.at(),
                    entry.content() instanceof VitalSigns vital ? Optional.of(values(vital)) : Optional.empty(),
                    entry.content() instanceof HomeCheck check ? Optional.of(signs(check)) : Optional.empty());
        }

        private static Map<String, BigDecimal> values(VitalSigns vital) {
            var values = new LinkedHashMap<String, BigDecimal>();
            for (var sign : VitalSign.values()) {
                vital.value(sign).ifPresent(value -> values.put(sign.field(), value));
            }
            return values;
        }

        private static List<String> signs(HomeCheck check) {
            return check.signs().stream().sorted().map(Word::word).toList();
        }
    }

    /// @param image a data URL
    record SentenceView(Instant at, String image) {
        static SentenceView of(WrittenSentence sentence) {
            return new SentenceView(sentence.at(), sentence.image());
        }
    }
}
