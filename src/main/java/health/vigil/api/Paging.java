package health.vigil.api;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestResponse;

/// The requested page of a list.
///
/// @param after the last row of the page before; absent for the first page
/// @param limit how many rows at most
public record Paging(UriInfo uri, Optional<Cursor> after, int limit) {
    static final Bounds BOUNDS = new Bounds(100, 1, 1000);

    /// How many rows to read: one more than the page holds, which shows whether there is another page.
    public int rows() {
        return limit + 1;
    }

    /// The page as `{"items": [...]}`, with a `Link` to the next page if there is one.
    public <T> RestResponse<Items<T>> answer(List<T> rows, Function<T, Cursor> place) {
        return answer(rows, place, Function.identity());
    }

    /// The same page, with each row as its view.
    public <T, V> RestResponse<Items<V>> answer(List<T> rows, Function<T, Cursor> place, Function<T, V> view) {
        return answer(rows, place, _ -> true, view);
    }

    /// The same page, without the rows that the user may not see.
    public <T, V> RestResponse<Items<V>> answer(
            List<T> rows, Function<T, Cursor> place, Predicate<T> shown, Function<T, V> view) {
        var page = rows.subList(0, Math.min(limit, rows.size()));
        var items = page.stream().filter(shown).map(view).toList();
        var answer = RestResponse.ResponseBuilder.ok(new Items<>(items));
        if (rows.size() > limit) {
            answer.header("Link", "<" + next(place.apply(page.getLast())) + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private String next(Cursor cursor) {
        return uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor.toString())
                .build()
                .toString();
    }
}
