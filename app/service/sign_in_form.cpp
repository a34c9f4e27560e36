#include "app/service/sign_in_form.h"

#include <algorithm>

namespace rowlift {

const SignInField *SignInForm::field(SignInField::Id id) const
{
    const auto found = std::ranges::find(fields, id, &SignInField::id);
    return found == fields.end() ? nullptr : &*found;
}

const SignInForm *formOfKind(const std::vector<SignInForm> &forms, SignInKind kind)
{
    const auto found = std::ranges::find(forms, kind, &SignInForm::kind);
    return found == forms.end() ? nullptr : &*found;
}

} // namespace rowlift
