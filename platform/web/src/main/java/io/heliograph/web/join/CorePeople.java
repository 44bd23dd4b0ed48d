package io.heliograph.web.join;

import io.heliograph.core.account.AccountRoom;
import io.heliograph.core.account.Invites;
import io.heliograph.core.account.Person;
import io.heliograph.core.account.Role;
import io.heliograph.core.library.LibraryRoom;
import io.heliograph.kernel.Cursor;
import io.heliograph.kernel.InviteId;
import io.heliograph.kernel.Page;
import io.heliograph.kernel.PrincipalId;
import io.heliograph.web.port.Accounts;
import io.heliograph.web.port.People;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** People and invitations, by core's accounts. */
public final class CorePeople implements People {
    private final AccountRoom room;
    private final Function<Collection<PrincipalId>, Map<PrincipalId, LibraryRoom.Shelved>> shelved;
    private final InstantSource clock;

    /** @param shelved how much people keep; who keeps nothing may be left out */
    public CorePeople(
            AccountRoom room,
            Function<Collection<PrincipalId>, Map<PrincipalId, LibraryRoom.Shelved>> shelved,
            InstantSource clock) {
        this.room = room;
        this.shelved = shelved;
        this.clock = clock;
    }

    @Override
    public Page<PersonView> list(Query query, Optional<Cursor> after, int limit) {
        io.heliograph.core.account.People.Query asked = new io.heliograph.core.account.People.Query(
                query.email(), query.role().flatMap(Role::of), query.state().map("suspended"::equals));
        Page<Person> page = room.people().page(asked, after, limit);
        Map<PrincipalId, LibraryRoom.Shelved> kept =
                shelved.apply(page.items().stream().map(Person::id).toList());
        return page.map(person -> view(person, kept));
    }

    @Override
    public Optional<PersonView> get(PrincipalId person) {
        return room.people().get(person).map(this::view);
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

    private PersonView view(Person person) {
        return view(person, shelved.apply(List.of(person.id())));
    }

    private static PersonView view(Person person, Map<PrincipalId, LibraryRoom.Shelved> kept) {
        LibraryRoom.Shelved shelf = kept.getOrDefault(person.id(), new LibraryRoom.Shelved(0, 0));
        return new PersonView(
                person.id(),
                person.email(),
                person.emailConfirmed(),
                person.role().word(),
                person.suspension().map(why -> new Suspension(why.reason(), why.at())),
                person.createdAt(),
                person.lastSeenAt(),
                OptionalLong.of(shelf.things()),
                OptionalLong.of(shelf.bytes()));
    }
}
