#pragma once

#include <hwy/highway.h>

// Highway's own choice at run time needs its library, and to load that takes longer than to read a small
// file. So the choice is made here, by what its targets are made of (HWY_TARGET_STR in set_macros-inl.h).
#if HWY_ARCH_X86 && (HWY_COMPILER_GCC_ACTUAL || HWY_COMPILER_CLANG)

namespace rowlift {

inline bool hasSsse3()
{
    return __builtin_cpu_supports("ssse3");
}

inline bool hasSse4()
{
    return hasSsse3() && __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul")
        && __builtin_cpu_supports("aes") && __builtin_cpu_supports("popcnt");
}

inline bool hasAvx2()
{
    return hasSse4() && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")
        && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c");
}

inline bool hasAvx3()
{
    return hasAvx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
        && __builtin_cpu_supports("avx512cd");
}

inline bool hasAvx3Dl()
{
    return hasAvx3() && __builtin_cpu_supports("vpclmulqdq") && __builtin_cpu_supports("vaes")
        && __builtin_cpu_supports("avxvnni") && __builtin_cpu_supports("avx512vbmi")
        && __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512bitalg")
        && __builtin_cpu_supports("avx512vpopcntdq");
}

} // namespace rowlift

#endif
