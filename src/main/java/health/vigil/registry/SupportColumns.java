package health.vigil.registry;

import health.vigil.grading.AgentInfusions;
import health.vigil.observation.FluidBolus;
import health.vigil.observation.FluidReason;
import health.vigil.observation.OxygenDevice;
import health.vigil.observation.OxygenTherapy;
import health.vigil.observation.Vasopressor;
import health.vigil.observation.VasopressorAgent;
import health.vigil.registry.RegistryCase.RegistryEntry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns of fever, circulation and oxygen.
record SupportColumns(RegistryCase of) {
    private static final BigDecimal HIGH_FIO2 = new BigDecimal("0.4");
    private static final BigDecimal HIGHEST_LOW_FLOW = BigDecimal.valueOf(6);

    /// How much oxygen a device gives, from the least.
    private enum OxygenLevel {
        NONE("none"),
        LOW("low-flow"),
        HIGH("high-flow-or-mask"),
        PRESSURE("positive-pressure");

        private final String word;

        OxygenLevel(String word) {
            this.word = word;
        }
    }

    void write(RegistryRow row) {
        var fever = of.fever();
        row.time(RegistryColumn.FEVER_FIRST_AT, fever.first());
        fever.highest().ifPresent(celsius -> row.number(RegistryColumn.TEMPERATURE_HIGHEST, celsius));
        row.time(RegistryColumn.TEMPERATURE_HIGHEST_AT, fever.highestAt());
        if (fever.readAtHome()) {
            row.open("fever-read-at-home");
        }
        circulation(row);
        oxygen(row);
    }

    /// The time in which an agent runs.
    private record AgentRun(VasopressorAgent agent, Instant from, Instant until) {
        boolean together(AgentRun other, Duration overlap) {
            var begin = from.isAfter(other.from) ? from : other.from;
            var end = until.isBefore(other.until) ? until : other.until;
            return agent != other.agent && !begin.plus(overlap).isAfter(end);
        }

        boolean runsAt(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    private void circulation(RegistryRow row) {
        var runs = runs();
        var boluses = of.since(FluidBolus.class).stream()
                .filter(entry -> entry.content().reason() == FluidReason.HYPOTENSION)
                .map(RegistryEntry::at)
                .toList();
        row.text(RegistryColumn.HYPOTENSION, hypotension(runs, !boluses.isEmpty()));
        row.time(
                RegistryColumn.HYPOTENSION_TREATED_AT,
                Stream.concat(runs.stream().map(AgentRun::from), boluses.stream())
                        .min(Comparator.naturalOrder()));
        row.words(RegistryColumn.VASOPRESSORS, agents(runs));
        row.number(RegistryColumn.VASOPRESSORS_AT_ONCE, atOnce(runs));
        row.text(
                RegistryColumn.VASOPRESSIN,
                runs.stream().anyMatch(run -> run.agent() == VasopressorAgent.VASOPRESSIN) ? "yes" : "no");
    }

    private String hypotension(List<AgentRun> runs, boolean bolus) {
        var counted = runs.stream()
                .filter(run -> run.agent().agentClass() == VasopressorAgent.AgentClass.VASOPRESSOR)
                .toList();
        var several =
                counted.stream().anyMatch(one -> counted.stream().anyMatch(other -> one.together(other, of.overlap())));
        if (several) {
            return "several-vasopressors";
        }
        if (!runs.isEmpty()) {
            return "one-vasopressor";
        }
        return bolus ? "fluids" : "none";
    }

    /// Each agent with its first and last day.
    private List<String> agents(List<AgentRun> runs) {
        return runs.stream()
                .collect(Collectors.groupingBy(
                        AgentRun::agent, () -> new EnumMap<>(VasopressorAgent.class), Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> each.getKey().word() + ":"
                        + of.days().of(each.getValue().getFirst().from()) + "-"
                        + of.days().of(each.getValue().getLast().until()))
                .toList();
    }

    private static long atOnce(List<AgentRun> runs) {
        return runs.stream()
                .mapToLong(run -> runs.stream()
                        .filter(other -> other.runsAt(run.from()))
                        .map(AgentRun::agent)
                        .distinct()
                        .count())
                .max()
                .orElse(0);
    }

    /// The times in which vasopressors ran, in order of their begin. An agent runs while one of its infusions
    /// does; what still runs ends with the watch.
    private List<AgentRun> runs() {
        var runs = new ArrayList<AgentRun>();
        var counts = new EnumMap<VasopressorAgent, Map<String, Integer>>(VasopressorAgent.class);
        var begun = new EnumMap<VasopressorAgent, Instant>(VasopressorAgent.class);
        for (var entry : of.of(Vasopressor.class).toList()) {
            var agent = entry.content().agent();
            if (agent.vasopressor()) {
                var infusions = counts.computeIfAbsent(agent, _ -> new HashMap<>());
                var name = AgentInfusions.name(entry.observation(), entry.content());
                infusions.put(name, AgentInfusions.count(infusions.getOrDefault(name, 0), entry.content()));
                var running = infusions.values().stream().anyMatch(count -> count > 0);
                if (running) {
                    begun.putIfAbsent(agent, entry.at());
                } else {
                    Optional.ofNullable(begun.remove(agent))
                            .ifPresent(from -> runs.add(new AgentRun(agent, from, entry.at())));
                }
            }
        }
        begun.forEach(
                (agent, from) -> runs.add(new AgentRun(agent, from, of.episode().watchedUntil())));
        return runs.stream()
                .filter(run -> !run.until().isBefore(of.situation().infusedAt()))
                .sorted(Comparator.comparing(AgentRun::from).thenComparing(AgentRun::agent))
                .toList();
    }

    private void oxygen(RegistryRow row) {
        var forHypoxia = of.since(OxygenTherapy.class).stream()
                .filter(entry -> entry.content().forHypoxia())
                .toList();
        var most = forHypoxia.stream()
                .max(Comparator.comparing((RegistryEntry<OxygenTherapy> entry) -> level(entry.content()))
                        .thenComparing(RegistryEntry::at, Comparator.reverseOrder()));
        row.text(
                RegistryColumn.HYPOXIA,
                most.map(entry -> level(entry.content())).orElse(OxygenLevel.NONE).word);
        row.text(
                RegistryColumn.OXYGEN_DEVICE,
                most.map(entry -> entry.content().device().word()));
        row.time(
                RegistryColumn.OXYGEN_FIRST_AT,
                forHypoxia.stream().map(RegistryEntry::at).findFirst());
        forHypoxia.stream()
                .flatMap(entry -> entry.content().plausibleFlow().stream())
                .max(Comparator.naturalOrder())
                .ifPresent(flow -> row.number(RegistryColumn.OXYGEN_HIGHEST_FLOW, flow));
        row.text(RegistryColumn.FIO2_40_OR_MORE, fio2(forHypoxia));
        row.number(RegistryColumn.VENTILATOR_DAYS, ventilatorDays().size());
    }

    /// "no" only if the fraction was charted with every record.
    private static String fio2(List<RegistryEntry<OxygenTherapy>> entries) {
        var known = entries.stream()
                .map(entry -> entry.content().fio2().filter(OxygenTherapy::plausibleFio2))
                .toList();
        if (known.stream()
                .anyMatch(fio2 ->
                        fio2.filter(each -> each.compareTo(HIGH_FIO2) >= 0).isPresent())) {
            return "yes";
        }
        return known.stream().allMatch(Optional::isPresent) ? "no" : "not-known";
    }

    private static OxygenLevel level(OxygenTherapy therapy) {
        var high = therapy.plausibleFlow().map(flow -> flow.compareTo(HIGHEST_LOW_FLOW) > 0);
        return switch (therapy.device()) {
            case ROOM_AIR -> OxygenLevel.NONE;
            case BLOW_BY, OTHER -> OxygenLevel.LOW;
            case NASAL_CANNULA -> high.orElse(false) ? OxygenLevel.HIGH : OxygenLevel.LOW;
            case HIGH_FLOW_NASAL_CANNULA -> high.orElse(true) ? OxygenLevel.HIGH : OxygenLevel.LOW;
            case SIMPLE_MASK, VENTURI_MASK, NON_REBREATHER, PARTIAL_REBREATHER -> OxygenLevel.HIGH;
            case FACE_TENT, TRACHEOSTOMY_MASK, T_PIECE -> OxygenLevel.HIGH;
            case CPAP, BIPAP, VENTILATOR -> OxygenLevel.PRESSURE;
        };
    }

    /// The days on which the ventilator was charted, or stood from the day before.
    private Set<Integer> ventilatorDays() {
        var days = new HashSet<Integer>();
        var entries = of.since(OxygenTherapy.class);
        for (int number = 0; number < entries.size(); number++) {
            var entry = entries.get(number);
            if (entry.content().device() == OxygenDevice.VENTILATOR) {
                var until = number + 1 < entries.size()
                        ? entries.get(number + 1).at()
                        : of.episode().watchedUntil();
                for (int day = of.days().of(entry.at()); day <= of.days().of(until); day++) {
                    days.add(day);
                }
            }
        }
        return days;
    }
}
