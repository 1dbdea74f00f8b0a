package health.vigil.patient.journey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.access.CurrentUser;
import health.vigil.access.WardName;
import health.vigil.api.Request;
import health.vigil.api.Visibility;
import health.vigil.audit.AuditTrail;
import health.vigil.grading.Baseline;
import health.vigil.grading.BirthDate;
import health.vigil.journey.CustodyStep;
import health.vigil.journey.EarlierAdmission;
import health.vigil.journey.EntryKind;
import health.vigil.journey.EntryStamp;
import health.vigil.journey.InfusedBag;
import health.vigil.journey.InfusionRecord;
import health.vigil.journey.JourneyChecks;
import health.vigil.journey.JourneyPolicy;
import health.vigil.journey.JourneyState;
import health.vigil.journey.ProductJourney;
import health.vigil.journey.RecordedInfusion;
import health.vigil.journey.StateRules;
import health.vigil.json.JsonText;
import health.vigil.observation.PatientId;
import health.vigil.patient.episode.Admission;
import health.vigil.patient.episode.Admissions;
import health.vigil.patient.episode.Admissions.EpisodeOpening;
import health.vigil.patient.episode.Station;
import health.vigil.patient.journey.JourneyReader.ReadJourney;
import health.vigil.problem.ProblemException;
import health.vigil.store.EpisodeRow;
import health.vigil.store.HospitalSettings;
import health.vigil.store.Journeys;
import health.vigil.store.PatientMerges;
import health.vigil.store.Sql;
import health.vigil.store.StoredJourney;
import health.vigil.store.Timers;
import health.vigil.stream.Author;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Records an infusion, and opens its episode or joins the one of an earlier admission, in one transaction: both
/// are written, or neither is. The premedication goes into the stream with them.
@ApplicationScoped
class InfusionRecording {
    /// Fields of a stored record beside those that were sent.
    static final String EPISODE_ID = "episodeId";

    static final String SIGNATURES = "signatures";
    static final String JOINED = "joined";
    static final String NOT_TAKEN = "notTaken";
    static final String CHARTED = "charted";
    static final String DOSE_NOTES = "doseNotes";

    private final Admissions admissions;
    private final JourneyWrites writes;
    private final JourneyPolicy policy;
    private final HospitalSettings hospital;
    private final Visibility visible;
    private final CurrentUser user;
    private final AuditTrail trail;

    InfusionRecording(
            Admissions admissions,
            JourneyWrites writes,
            JourneyPolicy policy,
            HospitalSettings hospital,
            Visibility visible,
            CurrentUser user,
            AuditTrail trail) {
        this.admissions = admissions;
        this.writes = writes;
        this.policy = policy;
        this.hospital = hospital;
        this.visible = visible;
        this.user = user;
        this.trail = trail;
    }

    /// Records an infusion. 409 with the reasons if a check or the readiness list stops it, and for the conflicts
    /// of an admission.
    EpisodeRow infuse(StoredJourney journey, byte[] body) {
        var content = Request.withoutNulls(Request.neededObject(body));
        var request = Request.read(content, InfusionRequest::read);
        visible.ward(request.ward().orElse(journey.ward()));
        return admissions.admit(new Opening(journey.id(), request, content));
    }

    /// The infusion of one request.
    private final class Opening implements EpisodeOpening {
        private final UUID id;
        private final InfusionRequest request;
        private final ObjectNode content;

        Opening(UUID id, InfusionRequest request, ObjectNode content) {
            this.id = id;
            this.request = request;
            this.content = content;
        }

        @Override
        public Admission admission(Sql sql) {
            var journey = JourneyWrites.locked(sql, id).journey();
            var proposed = proposed(journey, sql.now());
            StateRules.refusal(journey, proposed, policy).ifPresent(refusal -> {
                throw ProblemException.conflict("The infusion is not recorded: " + refusal);
            });
            return admission(journey);
        }

        private ProductJourney proposed(ProductJourney journey, Instant now) {
            return journey.with(new RecordedInfusion(
                    infusion(), id, List.of(), true, new EntryStamp(infusion().startedAt(), now, user.username())));
        }

        private InfusionRecord infusion() {
            return request.infusion();
        }

        private Admission admission(ProductJourney journey) {
            var facts = journey.facts();
            var infusedAt = infusion().startedAt();
            if (Admission.unborn(facts.birthDate(), infusedAt, hospital.timeZone())) {
                throw ProblemException.conflict("The infusion is not recorded: it would be before the birth");
            }
            return new Admission(
                    facts.patientId(),
                    facts.name(),
                    facts.birthDate(),
                    facts.sex(),
                    infusion().weight(),
                    request.ward().orElse(facts.ward()),
                    request.bed(),
                    facts.product(),
                    facts.indication(),
                    infusedAt,
                    EpisodeStations.of(facts, infusion()),
                    request.baseline().orElse(Baseline.NONE));
        }

        @Override
        public boolean joins(Sql sql, EpisodeRow active) {
            if (!user.maySee(active.ward)) {
                return false;
            }
            var admission = new EarlierAdmission(
                    active.product,
                    active.infusedAt,
                    born(active),
                    Journeys.ofEpisode(sql, active.id).isPresent());
            var facts = JourneyWrites.read(sql, id).journey().facts();
            admission
                    .refusal(facts, infusion().startedAt(), hospital.timeZone())
                    .ifPresent(refusal -> {
                        throw ProblemException.conflict(
                                "The infusion is not recorded: the patient has an active episode, "
                                        + active.id + ", and it is not of this infusion: " + refusal
                                        + ". If it is the same infusion, correct the episode, and send the record again. If it is of an"
                                        + " earlier infusion, discharge the patient first. If it was opened in error, void it");
                    });
            return true;
        }

        private static BirthDate born(EpisodeRow episode) {
            return Optional.ofNullable(episode.birthDateGiven)
                    .flatMap(BirthDate::parse)
                    .orElseGet(() -> BirthDate.of(episode.birthDate));
        }

        @Override
        public void joined(Sql sql, EpisodeRow episode) {
            var facts = JourneyWrites.read(sql, id).journey().facts();
            episode.journey = Station.json(
                    EpisodeStations.joined(Station.stored(episode.journey), EpisodeStations.of(facts, infusion())));
            record(sql, episode, Optional.of(episode.infusedAt));
            Timers.makeDue(sql, Timers.CHECK, List.of(episode.id.toString()));
        }

        @Override
        public void opened(Sql sql, EpisodeRow episode) {
            requireNoneEnded(sql, episode);
            record(sql, episode, Optional.empty());
        }

        /// The patient may have been admitted by hand and discharged before the record.
        private void requireNoneEnded(Sql sql, EpisodeRow opened) {
            EpisodeRow.<EpisodeRow>find(
                            "patientId in ?1 and endedAt is not null and voidedAt is null and infusedAt >= ?2"
                                    + " and infusedAt <= ?3",
                            PatientMerges.lock(sql, new PatientId(opened.patientId)),
                            opened.infusedAt.minus(EarlierAdmission.TOLERANCE),
                            opened.infusedAt.plus(EarlierAdmission.TOLERANCE))
                    .firstResultOptional()
                    .ifPresent(ended -> {
                        throw ProblemException.conflict("The infusion is not recorded: the patient was discharged from"
                                + " an episode of an infusion at this time"
                                + (user.maySee(ended.ward) ? ", " + ended.id : " in a ward that you do not see")
                                + ": undo its discharge, and send the record again."
                                + " If it was opened in error, void it");
                    });
        }

        private void record(Sql sql, EpisodeRow episode, Optional<Instant> joined) {
            var read = JourneyWrites.read(sql, id);
            var now = sql.now();
            var at = Optional.of(infusion().startedAt());
            var entry = signed(read, episode);
            joined.ifPresent(begin -> {
                entry.put(JOINED, begin.toString());
                notTaken(episode).forEach(entry.putArray(NOT_TAKEN)::add);
            });
            var charted = chart(sql, read.journey(), now);
            charted.ids().forEach(entry.putArray(CHARTED)::add);
            charted.notes().forEach(entry.putArray(DOSE_NOTES)::add);
            writes.write(sql, id, now, new JourneyEntry(EntryKind.INFUSION, at, Optional.empty(), entry));
            custody(read.journey())
                    .forEach(event -> writes.write(
                            sql, id, now, new JourneyEntry(EntryKind.CUSTODY, at, Optional.empty(), event)));
            var infused = JsonText.object().put("to", JourneyState.INFUSED.word());
            writes.write(sql, id, now, new JourneyEntry(EntryKind.STATE, at, Optional.empty(), infused));
            Journeys.join(sql, id, episode.id);
            writes.summarized(sql, id, now);
        }

        private ChartedPremedication chart(Sql sql, ProductJourney journey, Instant now) {
            var author = new Author(user.username(), Optional.of(user.role().word()), Optional.of(trail.address()));
            return new PremedicationChart(sql, journey, author, now).chart(infusion());
        }

        /// The values of the record that the episode does not have from it.
        private List<String> notTaken(EpisodeRow episode) {
            var begin = Optional.of(infusion().startedAt()).filter(at -> !at.equals(episode.infusedAt));
            var ward = request.ward().filter(name -> !WardName.key(name).equals(WardName.key(episode.ward)));
            var bed = Optional.of(request.bed()).filter(name -> !name.equals(episode.bed));
            var weight =
                    infusion().weight().filter(kg -> episode.weightKg == null || kg.compareTo(episode.weightKg) != 0);
            var values = Stream.of(
                            begin.map(at -> "begin " + at),
                            ward.map(name -> "ward " + name),
                            bed.map(name -> "bed " + name),
                            weight.map(kg -> "weight " + kg.toPlainString() + " kg"))
                    .flatMap(Optional::stream);
            var baseline = content.path("baseline").properties().stream()
                    .map(value -> "baseline " + value.getKey() + " " + value.getValue());
            return Stream.concat(values, baseline).toList();
        }

        private ObjectNode signed(ReadJourney read, EpisodeRow episode) {
            var signed = content.deepCopy().put(EPISODE_ID, episode.id.toString());
            var signatures = signed.putArray(SIGNATURES);
            Stream.concat(
                            JourneyChecks.confirming(
                                    read.journey(), policy, infusion().startedAt())
                                    .stream(),
                            Stream.of(user.username()))
                    .distinct()
                    .forEach(signatures::add);
            return signed;
        }

        /// The end of the custody: an event for each place where bags are.
        private List<ObjectNode> custody(ProductJourney journey) {
            var places = infusion().bags().stream()
                    .map(InfusedBag::bagId)
                    .collect(Collectors.groupingBy(
                            bag -> journey.placeOf(bag, infusion().startedAt())
                                    .orElse(journey.facts().ward()),
                            TreeMap::new,
                            Collectors.toList()));
            return places.entrySet().stream()
                    .map(there -> {
                        var event = JsonText.object()
                                .put("what", CustodyStep.INFUSED.word())
                                .put("place", there.getKey());
                        var bags = event.putArray("bagIds");
                        there.getValue().forEach(bags::add);
                        return event;
                    })
                    .toList();
        }
    }
}
