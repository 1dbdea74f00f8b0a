package health.vigil.grading;

import health.vigil.observation.Attribution;
import health.vigil.observation.Component;
import health.vigil.observation.Observation;
import health.vigil.observation.Tool;
import health.vigil.observation.VitalSign;
import health.vigil.observation.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Something that was left out of a grade, and why.
sealed interface Exclusion extends Evidence {
    @Override
    default int grade() {
        return 0;
    }

    /// Hypotension or hypoxia that the gate keeps out.
    record BehindGate(Evidence evidence) implements Exclusion {
        @Override
        public Word component() {
            return evidence.component();
        }

        @Override
        public int grade() {
            return evidence.grade();
        }

        @Override
        public Citation rule() {
            return Rule.CRS_GATE;
        }

        @Override
        public Optional<Origin> origin() {
            return evidence.origin();
        }

        @Override
        public Optional<JudgedValue> judgedValue() {
            return evidence.judgedValue();
        }

        @Override
        public Optional<Instant> until() {
            return evidence.until();
        }

        @Override
        public boolean atHome() {
            return evidence.atHome();
        }
    }

    /// A reading taken at home that is not worse. It never lowers a grade.
    record NormalAtHome(VitalSign sign, Reading reading, Duration window) implements Exclusion {
        @Override
        public Word component() {
            return Artefacts.component(sign).orElseThrow();
        }

        @Override
        public Citation rule() {
            return Rule.HOME;
        }

        @Override
        public Optional<Origin> origin() {
            return reading.origin();
        }

        @Override
        public Optional<JudgedValue> judgedValue() {
            return Optional.of(JudgedValue.of(reading.value(), sign.unit()));
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(reading.at().plus(window));
        }

        @Override
        public boolean atHome() {
            return true;
        }
    }

    /// A fever with another cause.
    ///
    /// @param attribution absent if it no longer exists
    /// @param atHome whether it was read at home
    record FeverOfOtherCause(Reading reading, Optional<Observation> attribution, Duration window, boolean atHome)
            implements Exclusion {
        @Override
        public Word component() {
            return Component.FEVER;
        }

        @Override
        public Citation rule() {
            return Rule.CRS_FEVER_ATTRIBUTED;
        }

        @Override
        public Optional<Origin> origin() {
            return reading.origin();
        }

        @Override
        public Optional<JudgedValue> judgedValue() {
            return Optional.of(JudgedValue.of(reading.value(), VitalSign.TEMPERATURE.unit()));
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(reading.at().plus(window));
        }
    }

    /// A component that a clinician attributed to another cause.
    ///
    /// @param end when the attribution ends; {@link Instant#MAX} if it does not
    record OtherCause(Component component, Observation entry, Instant end) implements Exclusion {
        Attribution attribution() {
            return Attributions.attribution(entry);
        }

        @Override
        public Citation rule() {
            return Rule.ATTRIBUTION;
        }

        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(entry.id(), entry.effectiveAt()));
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(end).filter(instant -> !instant.equals(Instant.MAX));
        }
    }

    /// A vital sign, a score or a level of consciousness that is too old to count.
    sealed interface TooOld extends Exclusion {
        /// How long such a value counts.
        Duration window();

        @Override
        default Citation rule() {
            return Rule.STALE;
        }
    }

    record OldSign(VitalSign sign, Reading reading, Duration window) implements TooOld {
        @Override
        public Word component() {
            return Artefacts.component(sign).orElseThrow();
        }

        @Override
        public Optional<Origin> origin() {
            return reading.origin();
        }

        @Override
        public Optional<JudgedValue> judgedValue() {
            return Optional.of(JudgedValue.of(reading.value(), sign.unit()));
        }
    }

    record OldScore(Tool tool, Score score, Duration window) implements TooOld {
        int total() {
            return score.total().orElseThrow();
        }

        @Override
        public Word component() {
            return Component.of(tool);
        }

        @Override
        public Optional<Origin> origin() {
            return score.origin();
        }

        @Override
        public Optional<JudgedValue> judgedValue() {
            return Optional.of(JudgedValue.score(total()));
        }
    }

    record OldLevel(Wakefulness found, Duration window) implements TooOld {
        @Override
        public Word component() {
            return Component.CONSCIOUSNESS;
        }

        @Override
        public Optional<Origin> origin() {
            return found.origin();
        }
    }

    /// An implausible vital sign.
    record Artefact(VitalSign sign, Reading reading, boolean atHome) implements Exclusion {
        @Override
        public Word component() {
            return Artefacts.component(sign).orElseThrow();
        }

        @Override
        public Citation rule() {
            return Rule.IMPLAUSIBLE;
        }

        @Override
        public Optional<Origin> origin() {
            return reading.origin();
        }

        @Override
        public Optional<JudgedValue> judgedValue() {
            return Optional.of(JudgedValue.of(reading.value(), sign.unit()));
        }
    }

    /// The tool was not testable. An older score does not replace it.
    record Untestable(Tool tool, Score score, Duration window) implements Exclusion {
        @Override
        public Word component() {
            return Component.of(tool);
        }

        @Override
        public Citation rule() {
            return Rule.ICANS_SCORE_UNKNOWN;
        }

        @Override
        public Optional<Origin> origin() {
            return score.origin();
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(score.at().plus(window));
        }
    }
}
