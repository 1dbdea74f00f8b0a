package health.vigil.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The patient of the demo who is infused in the story. The coordinator's journey of the last two months is
/// entered first, with its real dates. The list is answered in hour 0, two users read at the bed in hour 1, and
/// the infusion record opens the episode.
final class JourneyStory {
    static final double INFUSION = 1.5;
    static final String PATH = "/v1/journeys/{journey}";

    private static final double DAY = 24;
    private static final String BORN = "1964-05-17";
    private static final String PRODUCT = "simulated CAR-T";
    private static final String UNIT = "Apheresis unit";
    private static final String PLANT = "Manufacturer";
    private static final String CELL_LABORATORY = "Cell laboratory";

    /// The answered items of the default list.
    private static final List<String> ITEMS = List.of(
            "neuro-baseline",
            "vital-baseline",
            "tocilizumab",
            "rescue",
            "emergency",
            "seizure-prophylaxis",
            "infection-prophylaxis",
            "no-infection",
            "no-steroid",
            "organs",
            "contacts",
            "premedication",
            "caregiver",
            "consent",
            "pregnancy");

    private JourneyStory() {}

    static SimulatedPatient patient() {
        var well = CourseStories.well();
        var course = Trajectory.steady(well)
                .then(8, well)
                .then(10, new Vitals(38.6, 104, 19, 118, 70, 96))
                .then(16, new Vitals(37.3, 86, 16, 120, 72, 97));
        var entries = Stream.of(
                StoryEntry.ice(4, 10, "awake"),
                StoryEntry.ice(12, 10, "awake").telling("bed 10: the first fever after the infusion"));
        var requests = Stream.of(collected(), manufactured(), prepared(), infused())
                .flatMap(part -> part)
                .toList();
        return new SimulatedPatient(
                CourseStories.JOURNEY,
                CourseStories.adult("Waiting", 62, 0),
                course,
                entries.toList(),
                requests,
                MonitorSpan.from(INFUSION));
    }

    private static Stream<StoryRequest> collected() {
        return Stream.of(
                StoryRequest.post(days(60), Account.COORDINATOR, "/v1/journeys", JourneyStory::referral),
                step(days(58), "accepted"),
                step(days(50), "collection-planned"),
                facts(
                        days(40),
                        (scene, facts) -> facts.putObject("apheresis")
                                .put("startedAt", scene.time(days(40)))
                                .put("endedAt", scene.time(days(40) + 4))),
                custody(days(40) + 5, "collected", UNIT, PLANT),
                step(days(40) + 6, "collected"));
    }

    private static Stream<StoryRequest> manufactured() {
        return Stream.of(
                custody(days(39), "received-by-manufacturer", PLANT, ""),
                facts(
                        days(38),
                        (scene, facts) -> facts.putObject("manufacturing")
                                .put("startedAt", scene.time(days(38)))
                                .put("expectedReleaseAt", scene.time(days(16)))),
                step(days(38), "in-manufacture"),
                facts(
                        days(14),
                        (scene, facts) -> facts.putObject("manufacturing")
                                .put("releaseAt", scene.time(days(14)))
                                .put("outcome", "released")),
                step(days(14), "released"),
                custody(days(12), "shipped", PLANT, CELL_LABORATORY),
                custody(days(11), "received-by-hospital", CELL_LABORATORY, ""),
                step(days(11), "delivered"));
    }

    private static Stream<StoryRequest> prepared() {
        var lymphodepletion = Stream.of(
                facts(
                        days(6),
                        (scene, facts) -> facts.putObject("lymphodepletion")
                                .put("regimen", "fludarabine and cyclophosphamide")
                                .put("from", scene.time(days(6)))
                                .put("to", scene.time(days(4)))),
                step(days(6), "lymphodepletion"));
        var answers = ITEMS.stream().map(item -> answer(0.25, item));
        var ready = Stream.of(
                step(0.75, "ready").telling("bed 10: the list before the infusion is complete"),
                reading(1, Account.NURSE),
                reading(1.1, Account.PHYSICIAN)
                        .telling("bed 10: two users have read the product and the patient at the bed"));
        return Stream.of(lymphodepletion, answers, ready).flatMap(part -> part);
    }

    private static Stream<StoryRequest> infused() {
        return Stream.of(
                StoryRequest.post(INFUSION, Account.NURSE, PATH + "/infusion", JourneyStory::infusion)
                        .telling("bed 10: the infusion is recorded and opens the episode"),
                StoryRequest.put(
                        INFUSION,
                        Account.NURSE,
                        "/v1/devices/{device}/binding",
                        scene -> StoryRequest.object()
                                .put("patientId", scene.patientId())
                                .put("from", scene.time(INFUSION))),
                step(3, "monitored"));
    }

    private static double days(double ago) {
        return -ago * DAY;
    }

    private static ObjectNode referral(StoryScene scene) {
        var referral = StoryRequest.object()
                .put("patientId", scene.patientId())
                .put("name", "Waiting (simulated)")
                .put("birthDate", BORN)
                .put("product", PRODUCT)
                .put("indication", "large B-cell lymphoma")
                .put("ward", scene.ward())
                .put("coordinator", "C. Keeper (simulated)")
                .put("referredAt", scene.time(days(60)))
                .put("infusionPlannedAt", scene.time(INFUSION));
        referral.putObject("apheresis").put("plannedAt", scene.time(days(40)));
        var identity = referral.putObject("identity")
                .put("coiId", "COI-" + scene.patientId())
                .put("productLot", "LOT-" + scene.patientId())
                .put("patientIdOnLabel", scene.patientId())
                .put("dateOfBirthOnLabel", BORN)
                .put("expiresAt", "2099-01-01T00:00:00Z");
        identity.putArray("bagIds").add("B-1").add("B-2");
        return referral;
    }

    private static ObjectNode infusion(StoryScene scene) {
        var infusion = StoryRequest.object()
                .put("bed", Integer.toString(CourseStories.JOURNEY))
                .put("weight", 74);
        infusion.putArray("bags")
                .addObject()
                .put("bagId", "B-1")
                .put("thawedAt", scene.time(1.25))
                .put("startedAt", scene.time(INFUSION));
        infusion.putObject("dose").put("value", 2).put("unit", "10*6/kg");
        var drugs = infusion.putArray("premedication");
        drugs.addObject().put("drug", "paracetamol").put("at", scene.time(1.1));
        drugs.addObject()
                .put("drug", "other")
                .put("drugName", "diphenhydramine")
                .put("at", scene.time(1.1));
        infusion.putObject("reaction").putArray("signs").add("none");
        infusion.set("baseline", SimulatedPatient.baseline(CourseStories.well()).put("ice", 10));
        return infusion;
    }

    /// Writes facts into a patch.
    @FunctionalInterface
    private interface FactWriter {
        void write(StoryScene scene, ObjectNode facts);
    }

    private static StoryRequest facts(double hour, FactWriter writer) {
        return StoryRequest.patch(hour, Account.COORDINATOR, PATH, scene -> {
            var patch = StoryRequest.object();
            writer.write(scene, patch.putObject("facts"));
            return patch;
        });
    }

    private static StoryRequest step(double hour, String state) {
        return StoryRequest.patch(hour, Account.COORDINATOR, PATH, scene -> {
            var patch = StoryRequest.object();
            patch.putObject("state").put("to", state).put("at", scene.time(hour));
            return patch;
        });
    }

    private static StoryRequest custody(double hour, String what, String place, String to) {
        return posted(hour, Account.COORDINATOR, "/custody", body -> {
            var event = body.put("what", what).put("place", place);
            return to.isEmpty() ? event : event.put("to", to);
        });
    }

    private static StoryRequest answer(double hour, String item) {
        return posted(hour, Account.COORDINATOR, "/readiness", body -> {
            var answer = body.put("item", item).put("answer", "yes");
            return item.equals("tocilizumab") ? answer.put("count", 2) : answer;
        });
    }

    private static StoryRequest reading(double hour, Account account) {
        return StoryRequest.post(
                hour,
                account,
                PATH + "/identity",
                scene -> StoryRequest.object()
                        .put("at", scene.time(hour))
                        .put("coiId", "COI-" + scene.patientId())
                        .put("patientId", scene.patientId())
                        .put("birthDate", BORN));
    }

    /// A record of the journey with the time of its hour.
    private static StoryRequest posted(double hour, Account account, String part, UnaryOperator<ObjectNode> fields) {
        return StoryRequest.post(
                hour,
                account,
                PATH + part,
                scene -> fields.apply(StoryRequest.object().put("at", scene.time(hour))));
    }
}
