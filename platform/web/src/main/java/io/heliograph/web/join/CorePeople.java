package io.heliograph.web.join;

import io.heliograph.core.account.AccountRoom;
import io.heliograph.core.account.Invites;
import io.heliograph.core.account.Person;
import io.heliograph.core.account.Role;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.InviteId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.web.port.Accounts;
import io.heliograph.web.port.People;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** People and invitations, by core's accounts. */
public final class CorePeople implements People {
    private final AccountRoom room;
    private final InstantSource clock;

    public CorePeople(AccountRoom room, InstantSource clock) {
        this.room = room;
        this.clock = clock;
    }

    @Override
    public Page<PersonView> list(Query query, Optional<Cursor> after, int limit) {
        io.heliograph.core.account.People.Query asked = new io.heliograph.core.account.People.Query(
                query.email(), query.role().flatMap(Role::of), query.state().map("suspended"::equals));
        return room.people().page(asked, after, limit).map(CorePeople::view);
    }

    @Override
    public Optional<PersonView> get(PrincipalId person) {
        return room.people().get(person).map(CorePeople::view);
    }

    @Override
    public PersonView setRole(PrincipalId actor, PrincipalId person, String role) {
        return view(room.people().setRole(Optional.of(actor), person, role(role)));
    }

    @Override
    public PersonView suspend(PrincipalId actor, PrincipalId person, String reason) {
        return view(room.people().suspend(Optional.of(actor), person, reason));
    }

    @Override
    public PersonView unsuspend(PrincipalId actor, PrincipalId person) {
        return view(room.people().unsuspend(Optional.of(actor), person));
    }

    @Override
    public Page<Accounts.InviteView> invites(Optional<Cursor> after, int limit) {
        return room.invites().page(after, limit).map(entry -> CoreAccounts.invite(entry, clock.instant()));
    }

    @Override
    public NewInvite invite(PrincipalId actor, Invitation invitation) {
        Locale locale = room.people().get(actor).map(Person::locale).orElse(Locale.ENGLISH);
        Invites.NewInvite made = room.invites()
                .create(
                        Optional.of(actor),
                        invitation.email(),
                        role(invitation.role()),
                        invitation.note(),
                        invitation.lasts(),
                        locale);
        return new NewInvite(CoreAccounts.invite(made.invite(), clock.instant()), made.token());
    }

    @Override
    public boolean revokeInvite(PrincipalId actor, InviteId invite) {
        return room.invites().revoke(Optional.of(actor), invite);
    }

    private static Role role(String word) {
        return Role.of(word).orElseThrow(() -> new IllegalArgumentException("the contract lets no other role pass"));
    }

    private static PersonView view(Person person) {
        return new PersonView(
                person.id(),
                person.email(),
                person.emailConfirmed(),
                person.role().word(),
                person.suspension().map(why -> new Suspension(why.reason(), why.at())),
                person.createdAt(),
                person.lastSeenAt(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }
}
