package health.vigil.patient.episode;

import health.vigil.access.CurrentUser;
import health.vigil.access.WardName;
import health.vigil.api.Cursor;
import health.vigil.api.Filter;
import health.vigil.api.Paging;
import health.vigil.api.Transactions;
import health.vigil.json.JsonColumn;
import health.vigil.observation.PatientId;
import health.vigil.patient.episode.EpisodeView.EpisodeExtras;
import health.vigil.store.BaselineRow;
import health.vigil.store.BoundDevices;
import health.vigil.store.EpisodeRow;
import health.vigil.store.EpisodeVersions;
import health.vigil.store.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads episodes with their current baselines.
@ApplicationScoped
class EpisodeList {
    private final CurrentUser user;
    private final Transactions transactions;
    private final SharedBed bed;

    EpisodeList(CurrentUser user, Transactions transactions, SharedBed bed) {
        this.user = user;
        this.transactions = transactions;
        this.bed = bed;
    }

    @Transactional
    List<EpisodeView> page(Optional<String> ward, Optional<Status> status, Paging paging) {
        var filter = new Filter()
                .and("function('ward_fold', ward) = :ward", "ward", ward.map(WardName::key))
                .and(
                        "function('ward_fold', ward) in :wards",
                        "wards",
                        user.wards().keys())
                .and(
                        "(case when voidedAt is null then false else true end) = :voided",
                        "voided",
                        Optional.of(status.equals(Optional.of(Status.VOIDED))))
                .and(
                        "status = :status",
                        "status",
                        status.filter(asked -> asked != Status.VOIDED).map(Status::word))
                .before("infusedAt", paging.after(), Cursor::uuid);
        return views(EpisodeRow.<EpisodeRow>find(filter.query() + " order by infusedAt desc, id desc", filter.values())
                .page(0, paging.rows())
                .list());
    }

    @Transactional
    EpisodeView view(EpisodeRow row) {
        return views(List.of(row)).getFirst();
    }

    /// One episode with its corrections.
    EpisodeView full(EpisodeRow row) {
        return transactions.run(
                sql -> EpisodeView.of(row, new EpisodeExtras(currentBaseline(row.id), versions(sql, row.id), null)));
    }

    /// The answer to an admission. It names other patients in the same bed.
    @Transactional
    EpisodeView warning(EpisodeRow row) {
        return warning(row, List.of());
    }

    /// The answer to a move. It also names the devices that are still bound to the patient.
    @Transactional
    EpisodeView moved(EpisodeRow row) {
        var devices = transactions.run(sql -> BoundDevices.of(sql, new PatientId(row.patientId)));
        return warning(row, DeviceWarnings.stillBound(devices));
    }

    /// The answer to a discharge.
    ///
    /// @param open what is open of the list before going home
    @Transactional
    EpisodeView discharged(EpisodeRow row, List<String> open) {
        return EpisodeView.of(row, new EpisodeExtras(currentBaseline(row.id), null, open));
    }

    /// The answer when a watch at home begins. It also names the devices that are still bound to the patient.
    ///
    /// @param open what is open of the list before going home
    @Transactional
    EpisodeView sentHome(EpisodeRow row, List<String> open) {
        var devices = transactions.run(sql -> BoundDevices.of(sql, new PatientId(row.patientId)));
        var more = new ArrayList<>(DeviceWarnings.stillBound(devices));
        more.addAll(open);
        return warning(row, more);
    }

    /// The answer to an undone discharge. It names the devices that the discharge had unbound.
    @Transactional
    EpisodeView readmitted(EpisodeRow row, Optional<Instant> endedAt) {
        var devices =
                transactions.run(sql -> endedAt.map(at -> BoundDevices.endedAt(sql, new PatientId(row.patientId), at))
                        .orElse(List.of()));
        return warning(row, DeviceWarnings.toBeBoundAgain(devices));
    }

    private EpisodeView warning(EpisodeRow row, List<String> more) {
        var warnings = new ArrayList<>(bed.warnings(row));
        warnings.addAll(more);
        return EpisodeView.of(row, new EpisodeExtras(currentBaseline(row.id), null, warnings));
    }

    private static BaselineView currentBaseline(UUID episode) {
        return baseline(Corrections.currentBaseline(episode));
    }

    private static BaselineView baseline(String json) {
        return JsonColumn.read(json, BaselineView.class);
    }

    private static List<VersionView> versions(Sql sql, UUID episode) {
        return JsonColumn.list(EpisodeVersions.json(sql, episode), VersionView.class);
    }

    private static List<EpisodeView> views(List<EpisodeRow> rows) {
        var baselines = baselines(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> EpisodeView.of(row, EpisodeExtras.of(baseline(baselines.getOrDefault(row.id, "{}")))))
                .toList();
    }

    private static Map<UUID, String> baselines(List<UUID> episodes) {
        return BaselineRow.<BaselineRow>stream("episodeId in ?1 order by receivedAt", episodes)
                .collect(Collectors.toMap(row -> row.episodeId, row -> row.content, (_, later) -> later));
    }
}
