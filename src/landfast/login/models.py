"""Tables of the door: whose identity, whose second step, which sessions."""

from django.db import models
from django.db.models import Q

from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated, Row
from landfast.login.rules import Way
from landfast.login.rules.machines import KNOWN_AS_MAX, NAME_MAX


class Identity(Dated):
    """A login at a provider that is somebody's: keyed on issuer and subject, nothing else."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    realm = models.CharField(max_length=40)
    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)
    ended_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.ACCOUNT,
        controller=Controller.LOGIN,
        personal="person subject",
        technical="id created_at realm issuer ended_at",
    )

    class Meta:
        db_table = "login_identity"
        constraints = (
            models.UniqueConstraint(
                fields=("issuer", "subject"), condition=Q(ended_at=None), name="one_owner_at_a_time"
            ),
        )


class Invitation(Dated):
    """A code that connects the provider's login with a person. Sealed; works once."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    code = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.ACCOUNT,
        controller=Controller.LOGIN,
        personal="person",
        technical="id created_at code expires_at used_at",
    )

    class Meta:
        db_table = "login_invitation"


class Passkey(Dated):
    """A public key whose other half never leaves its owner's device (adgangsnøgle)."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    credential = models.BinaryField(unique=True)
    public_key = models.BinaryField()
    sign_count = models.BigIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.ACCOUNT,
        controller=Controller.LOGIN,
        personal="person name",
        technical="id created_at credential public_key sign_count used_at",
    )

    class Meta:
        db_table = "login_passkey"


class OneTimeCode(Dated):
    """The seed of an app that shows codes (engangskoder), encrypted, and the last code used."""

    person = models.OneToOneField("people.Person", models.PROTECT, related_name="+")
    seed = models.CharField(max_length=400)
    last_step = models.BigIntegerField(default=0)

    holds = Holds(
        Keep.ACCOUNT,
        controller=Controller.LOGIN,
        personal="person",
        technical="id created_at seed last_step",
        sealed="seed",
    )

    class Meta:
        db_table = "login_one_time_code"


class RecoveryCode(Row):
    """A code for the day the telephone is lost (nødkode). Hashed slowly; works once.

    The codes that were given together have one salt: what is typed is hashed once.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    code = models.CharField(max_length=200)
    used_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.ACCOUNT, controller=Controller.LOGIN, personal="person", technical="id code used_at"
    )

    class Meta:
        db_table = "login_recovery_code"
        constraints = (
            models.UniqueConstraint(fields=("person", "code"), name="recovery_code_once"),
        )


class WayOut(Dated):
    """Somebody leaves at a touch, and leaves no trace in the browser (hurtigt væk): her choice."""

    person = models.OneToOneField("people.Person", models.PROTECT, related_name="+")

    holds = Holds(
        Keep.ACCOUNT, controller=Controller.LOGIN, personal="person", technical="id created_at"
    )

    class Meta:
        db_table = "login_way_out"


class Sitting(Dated):
    """A session: who, since when, from which kind of device, and how they came in."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    identity = models.ForeignKey(Identity, models.PROTECT, null=True, related_name="+")
    way = models.CharField(max_length=12, choices=choices(Way))
    level = models.CharField(max_length=120, blank=True)
    device = models.CharField(max_length=60, blank=True)
    sid = models.CharField(max_length=255, blank=True)
    seen_at = models.DateTimeField()
    proved_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.SITTING,
        controller=Controller.LOGIN,
        personal="person device",
        technical="id created_at identity way level sid seen_at proved_at ended_at",
    )

    class Meta:
        db_table = "login_sitting"
        indexes = (
            models.Index(fields=("person",), name="open_sittings", condition=Q(ended_at=None)),
            models.Index(fields=("identity", "sid"), name="sittings_of_identity"),
        )


class Reset(Dated):
    """Somebody at the door has forgotten a password (glemt adgangskode).

    Nobody's, when the name is unknown or may not be helped so: the row is written all the same.
    What the mail carries is kept as a digest.
    """

    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    told_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    expires_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.SIGN_IN,
        controller=Controller.LOGIN,
        personal="person",
        technical="id created_at told_at digest expires_at used_at",
    )

    class Meta:
        db_table = "login_reset"
        indexes = (
            models.Index(fields=("person", "created_at"), name="resets_of_person"),
            models.Index(fields=("digest",), name="reset_by_digest", condition=~Q(digest="")),
        )


class UsedToken(Row):
    """A provider's logout message that has been heard: it is not heard again."""

    token = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField()

    holds = Holds(Keep.SIGN_IN, technical="id token until")

    class Meta:
        db_table = "login_used_token"


class MachineKey(Dated):
    """A system of a unit's may ask for those who sit at it: the key's digest, and its life (B5).

    A key is 256 bits at random, so that a fast digest keeps it.
    """

    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    name = models.CharField(max_length=NAME_MAX)
    digest = models.CharField(max_length=64, unique=True)
    last_day = models.DateField()
    made_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    used_at = models.DateTimeField(null=True)
    hour_at = models.DateTimeField(null=True)
    asked = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="unit name made_by agreed_by",
        technical="id created_at digest last_day used_at hour_at asked ended_at",
    )

    class Meta:
        db_table = "login_machine_key"
        constraints = (
            models.CheckConstraint(
                name="a_key_has_two", condition=~Q(agreed_by=models.F("made_by"))
            ),
        )


class KnownAs(Dated):
    """What an employee is called in the organisation's own systems (medarbejder-id)."""

    employment = models.OneToOneField("people.Employment", models.PROTECT, related_name="+")
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    known_as = models.CharField(max_length=KNOWN_AS_MAX)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="employment organisation known_as",
        technical="id created_at",
    )

    class Meta:
        db_table = "login_known_as"
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "known_as"), name="one_known_as_in_a_house"
            ),
        )
