package health.vigil.role;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The role that answers a resource's requests, on the class or on one method; the method's own wins. Where the role is
/// not active the answer is 404. A resource without it is answered in every role.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ServedBy {
    ServiceRole value();
}
