package health.vigil.api.episode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.access.CurrentUser;
import health.vigil.api.Cursor;
import health.vigil.api.Filter;
import health.vigil.api.Paging;
import health.vigil.json.JsonColumn;
import health.vigil.store.BaselineRow;
import health.vigil.store.EpisodeRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads episodes with the baselines that hold.
@ApplicationScoped
class EpisodeList {
    private final CurrentUser user;

    EpisodeList(CurrentUser user) {
        this.user = user;
    }

    @Transactional
    List<EpisodeView> page(Optional<String> ward, Optional<Status> status, Paging paging) {
        var filter = new Filter()
                .and("ward = :ward", "ward", ward)
                .and("ward in :wards", "wards", user.wards().only())
                .and("status = :status", "status", status.map(Status::word))
                .before("infusedAt", paging.after(), Cursor::uuid);
        return views(EpisodeRow.<EpisodeRow>find(filter.query() + " order by infusedAt desc, id desc", filter.values())
                .page(0, paging.rows())
                .list());
    }

    @Transactional
    EpisodeView view(EpisodeRow row) {
        return views(List.of(row)).getFirst();
    }

    /// The baseline as it stands, as JSON.
    @Transactional
    ObjectNode baseline(UUID episode) {
        return JsonColumn.object(BaselineCorrections.standing(episode));
    }

    private static List<EpisodeView> views(List<EpisodeRow> rows) {
        var baselines = baselines(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> EpisodeView.of(row, baselines.getOrDefault(row.id, "{}")))
                .toList();
    }

    private static Map<UUID, String> baselines(List<UUID> episodes) {
        return BaselineRow.<BaselineRow>stream("episodeId in ?1 order by receivedAt", episodes)
                .collect(Collectors.toMap(row -> row.episodeId, row -> row.content, (_, later) -> later));
    }
}
