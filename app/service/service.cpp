#include "app/service/service.h"

#include <algorithm>

namespace rowlift {

const Service *serviceById(const Services &services, QStringView id)
{
    const auto found
        = std::ranges::find_if(services, [id](const auto &service) { return service->id() == id; });
    return found == services.end() ? nullptr : found->get();
}

} // namespace rowlift
