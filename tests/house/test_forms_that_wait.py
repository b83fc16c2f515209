"""Every form of the record can wait on a device without a connection, or stands here with the reason why not."""

from placewell.web import urls
from placewell.web.forms.records import RecordForm

CHANGES = "It changes a record that may have been changed meanwhile: offline may add, never change."
DESK = "Written at a desk, with what it rests on at hand."
GATE = "It decides who reaches whom, which must be known at once."
NEEDS_A_CONNECTION = {
    CHANGES: {
        "applications.WholeApplicationForm", "applications.WholeCameForm", "applications.WholeInterviewForm",
        "applications.WholeResultForm",
        "benefits.AnswerForm", "clients.PersonForm", "concerns.FollowUpForm", "concerns.ReadForm",
        "concerns.WholeConcernForm", "contacts.PartnerContactForm", "disclosure.ExceptionForm",
        "directory.CardForm", "directory.WholePersonForm", "directory.WholeSiteForm",
        "cvs.CvWordsForm",
        "leads.AnswerForm", "leads.CloseForm", "leads.DetailsForm", "leads.WholeLeadForm", "leads.WholeOfferForm",
        "leads.WorkWishesForm",
        "disclosure.OverrideForm", "employers.WholeEmployerContactForm", "episodes.AllocationForm",
        "messages.ContactWishesForm", "messages.SentToForm",
        "episodes.StepDownForm", "episodes.WholeEpisodeForm", "jobs.NextHelpForm", "jobs.WholeJobForm",
        "meetings.WithdrawMeetingForm", "plan_words.AgreementForm", "plan_words.DoneForm", "plan_words.DropForm",
        "plan_words.PartForm", "plan_words.PlanReviewForm", "plan_words.ReviewPlan", "plans.PreferenceForm",
        "plans.PreferencesForm", "plans.ProfileForm", "plans.ReviewForm", "plans.ShareForm", "profiles.EntryForm",
        "profiles.RewordForm", "profiles.VersionForm", "records.base.UndoForm", "records.base.WithdrawForm",
        "referrals.AcknowledgeForm", "referrals.DecideForm", "referrals.FirstContactForm",
        "referrals.WholeReferralForm", "steps.WholeAppointmentForm", "steps.WholeStepForm", "today.BringBackForm",
        "today.StepDoneForm",
    },
    "It is worked out with the person on the screen, and handed over at once.": {"cvs.CvForm"},
    DESK: {
        "applications.CameForm", "directory.MergeForm", "employers.EmployerForm", "employers.NewEmployerForm",
        "meetings.ChooseKindForm", "meetings.MeetingForm", "meetings.PartnerContactForm",
        "meetings.StatementForm", "services.ColourForm", "services.ProfileForm", "services.TimeZoneForm",
        "standards.DropForm", "standards.StandardForm", "teams.CloseTeamForm", "teams.CountForm", "teams.TeamForm",
        "weeks.ReadForm", "weeks.ReadInOneTapForm", "weeks.WeekForm",
    },
    GATE: {
        "disclosure.TakeBackForm", "episodes.CoverForm", "episodes.EnterForm", "episodes.HandOverForm",
        "new_password.PasswordLinkForm", "returning.BeginAgainForm", "roles.ChooseRoleForm",
        "roles.CloseAccountForm", "roles.EndRoleForm", "roles.InviteForm", "roles.ReopenForm", "roles.RoleForm",
        "roles.WithdrawInvitationForm", "staff.AddStaffForm", "staff.AttachForm", "staff.ChangeTermsForm",
        "staff.DetachForm", "staff.LeaveForm", "staff.LeavingDayForm", "staff.PersonForm", "staff.TermsForm",
    },
    "A colleague at the base says what they know of whoever is out; others must see it at once.": {
        "visits.CallOffForm", "visits.HeardSafeForm", "visits.TriedForm",
    },
    "It is about one’s own account.": {"leads.MailForm"},
    "The person answers for themselves, on the screen before them.": {
        "job_evidence.OwnWordForm", "plan_words.AgreeOnScreen", "returning.AskAgainForm", "returning.AskForMyselfForm",
    },
    "It is answered in two steps, and the second shows what is known already.": {
        "episodes.ExitForm", "exits.ExitForm", "messages.IntroductionForm", "referrals.NewPersonReferralForm",
        "referrals.ReferralForm",
    },
}  # fmt: skip


def forms(of: type = RecordForm):
    """Every form that records facts and is asked on a page, by room and name."""
    for form in of.__subclasses__():
        if form.__module__.startswith("placewell.") and not hasattr(form, "is_correction"):
            yield f"{form.__module__.removeprefix('placewell.web.forms.')}.{form.__name__}", form
        yield from forms(form)


def test_every_form_waits_or_says_why_not():
    assert urls.urlpatterns
    excused = {name for names in NEEDS_A_CONNECTION.values() for name in names}
    mute = {name for name, form in forms() if not form.keeps_offline} - excused
    bases = {name for name, form in forms() if any(not hasattr(one, "is_correction") for one in form.__subclasses__())}
    assert mute - bases == set(), "set keeps_offline = True on a form that only adds, or name it above"


def test_the_forms_of_the_day_wait():
    waiting = {name for name, form in forms() if form.keeps_offline}
    assert waiting >= {
        "new_contact.NewContactForm", "employers.EmployerContactForm", "employers.ContactAboutForm", "employers.VisitAgainForm",
        "jobs.JobForm",
        "jobs.JobChangeForm", "job_endings.JobEndForm", "in_work.MissedForm", "concerns.ConcernForm",
        "visits.VisitForm", "visits.SafeForm", "plans.AdviceForm",
    }  # fmt: skip
