// What a phone does in its life, in short scripts for the disk to fail under.
#pragma once

#include "tests/crash/phone_session.h"

namespace waymark::test {

std::vector<PhoneScript> phone_scripts();

}  // namespace waymark::test
