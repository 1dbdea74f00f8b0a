package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.VasopressorAgent;
import health.vigil.observation.VitalSign;
import health.vigil.observation.Word;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The evidence for a grade of CRS.
sealed interface CrsEvidence extends Evidence {
    /// Evidence of one reading, which counts for some time.
    sealed interface OfReading extends CrsEvidence {
        Reading reading();

        /// How long it counts.
        Duration window();

        @Override
        default Optional<Origin> origin() {
            return reading().origin();
        }

        @Override
        default Optional<Instant> until() {
            return Optional.of(reading().at().plus(window()));
        }
    }

    /// Evidence of a reading taken at home. It counts like one of the hospital, and is marked.
    record AtHome(CrsEvidence evidence) implements CrsEvidence {
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
            return evidence.rule();
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
            return true;
        }
    }

    /// The fever that counts, or a usable temperature that is no fever.
    record Temperature(Reading reading, BigDecimal limit, Duration window) implements OfReading {
        boolean fever() {
            return reading.value().compareTo(limit) >= 0;
        }

        @Override
        public Word component() {
            return Component.FEVER;
        }

        @Override
        public int grade() {
            return fever() ? ConsensusTable.FEVER : 0;
        }

        @Override
        public Citation rule() {
            return Rule.CRS_FEVER;
        }

        @Override
        public Optional<JudgedValue> judgedValue() {
            return Optional.of(JudgedValue.of(reading.value(), VitalSign.TEMPERATURE.unit())
                    .against(limit));
        }
    }

    /// A running vasopressor.
    ///
    /// @param halved whether it was started more often than stopped, so that people are asked whether it still
    ///     runs
    record Agent(VasopressorAgent agent, RunningSince start, boolean halved) {}

    /// The running vasopressors, which count as long as they run.
    ///
    /// @param agents the agents by their start
    /// @param overlap how long two run together before they are multiple
    record RunningVasopressors(List<Agent> agents, int grade, Duration overlap) implements CrsEvidence {
        static RunningVasopressors of(Infusions infusions, int grade, Duration overlap) {
            var agents = infusions.vasopressors().stream()
                    .map(entry -> new Agent(
                            entry.getKey(),
                            entry.getValue().start(),
                            entry.getValue().halved()))
                    .toList();
            return new RunningVasopressors(agents, grade, overlap);
        }

        @Override
        public Word component() {
            return Component.HYPOTENSION;
        }

        @Override
        public Citation rule() {
            return Rule.CRS_VASOPRESSORS;
        }

        /// The start of the agent that was started last.
        @Override
        public Optional<Origin> origin() {
            var latest = agents.getLast().start();
            return Optional.of(new Origin(latest.id(), latest.at()));
        }
    }

    /// The newest blood pressure, hypotensive or not.
    record BloodPressure(PressureReading reading, PressureRule judgedBy) implements CrsEvidence {
        @Override
        public Word component() {
            return Component.HYPOTENSION;
        }

        @Override
        public int grade() {
            return reading.verdict().hypotensive() ? ConsensusTable.HYPOTENSION : 0;
        }

        @Override
        public Citation rule() {
            return reading.verdict().rule();
        }

        @Override
        public Optional<Origin> origin() {
            return reading.origin();
        }

        @Override
        public Optional<JudgedValue> judgedValue() {
            return Optional.of(judgedBy.judgedValue(reading));
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(reading.at().plus(judgedBy.policy().bloodPressureWindow()));
        }
    }

    /// A fluid bolus for hypotension.
    record Bolus(Reading reading, Duration window) implements OfReading {
        static final String UNIT = "mL";

        @Override
        public Word component() {
            return Component.HYPOTENSION;
        }

        @Override
        public int grade() {
            return ConsensusTable.HYPOTENSION;
        }

        @Override
        public Citation rule() {
            return Rule.CRS_FLUID_BOLUS;
        }

        @Override
        public Optional<JudgedValue> judgedValue() {
            return Optional.of(JudgedValue.of(reading.value(), UNIT));
        }
    }

    /// Oxygen by a device, for hypoxia or not. It counts until the next record of oxygen.
    ///
    /// @param home the flow at home in L/min, if this flow for hypoxia is not higher
    record OxygenSupport(OxygenEntry entry, Instant chartedAt, Optional<BigDecimal> home) implements CrsEvidence {
        static final String UNIT = "L/min";

        @Override
        public Word component() {
            return Component.HYPOXIA;
        }

        @Override
        public int grade() {
            return entry.grade();
        }

        @Override
        public Citation rule() {
            if (!entry.therapy().forHypoxia()) {
                return Rule.CRS_OXYGEN_OTHER_REASON;
            }
            return home.isPresent() ? Rule.CRS_HOME_OXYGEN : Rule.CRS_OXYGEN;
        }

        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(entry.id(), chartedAt));
        }

        /// The flow, if the device is graded by it.
        @Override
        public Optional<JudgedValue> judgedValue() {
            return entry.therapy()
                    .plausibleFlow()
                    .filter(_ -> ConsensusTable.gradedByFlow(entry.therapy().device()))
                    .map(flow -> JudgedValue.of(flow, UNIT)
                            .against(ConsensusTable.HIGHEST_LOW_FLOW)
                            .beside(home));
        }
    }

    /// The newest SpO2, low or not.
    ///
    /// @param oxygen the record of oxygen that counts beside it; room air is one, too
    record Saturation(Reading reading, Optional<OxygenEntry> oxygen, BigDecimal limit, Duration window)
            implements OfReading {
        boolean low() {
            return reading.value().compareTo(limit) < 0;
        }

        @Override
        public Word component() {
            return Component.HYPOXIA;
        }

        @Override
        public int grade() {
            return low() ? ConsensusTable.LOW_SPO2 : 0;
        }

        @Override
        public Citation rule() {
            return Rule.CRS_SPO2;
        }

        @Override
        public Optional<JudgedValue> judgedValue() {
            return Optional.of(
                    JudgedValue.of(reading.value(), VitalSign.SPO2.unit()).against(limit));
        }
    }
}
