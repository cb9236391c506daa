package org.tournee.server.access;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/** How a phone gets in, stays in and leaves. */
@Controller("/auth/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "auth")
class AuthController {

    private final PhoneAccess access;
    private final Recoveries recoveries;

    AuthController(PhoneAccess access, Recoveries recoveries) {
        this.access = access;
        this.recoveries = recoveries;
    }

    @Operation(summary = "Signs a worker in and enrols the phone: again for the same stream, it changes nothing")
    @Post("/enrol")
    @Secured(SecurityRule.IS_ANONYMOUS)
    EnrolAnswer enrol(@Body EnrolRequest request) {
        return access.enrol(request.checked());
    }

    @Operation(
            summary =
                    "Gives a worker who forgot the PIN the key of their own phone's store, which the phone sent sealed")
    @Post("/recover")
    @Secured(SecurityRule.IS_ANONYMOUS)
    RecoverAnswer recover(@Body RecoverRequest request) {
        return recoveries.recover(request.checked());
    }

    @Operation(summary = "Exchanges a refresh token; the one sent works until its successor is used")
    @Post("/refresh")
    @Secured(SecurityRule.IS_ANONYMOUS)
    TokenPair refresh(@Body RefreshRequest request) {
        return access.refresh(Members.text("refresh_token", request.refreshToken(), Members.LONGEST_TOKEN));
    }

    @Operation(
            summary =
                    "Goes on with a new stream after the phone's own was cloned or rolled back; again changes nothing")
    @Post("/succeed")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    TokenPair succeed(Caller caller, @Body SuccessionRequest request) {
        return access.succeed(caller, request.checked());
    }

    @Operation(summary = "Ends the refresh tokens of the phone")
    @Post("/sign-out")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Status(HttpStatus.NO_CONTENT)
    void signOut(Caller caller) {
        access.signOut(caller);
    }
}
