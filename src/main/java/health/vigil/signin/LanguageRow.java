package health.vigil.signin;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// The language that a user chose.
@Entity(name = "PageLanguage")
@Table(name = "page_language")
@SuppressWarnings("NullAway.Init")
class LanguageRow extends PanacheEntityBase {
    @Id
    String username;

    /// The word of a [PageLanguage].
    String language;
}
