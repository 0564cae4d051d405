"""The same daily baseline with pandas and statsmodels: every pair of balance points, ordinary least squares, best adjusted R2.

usage: reference.py FILE ROUNDS      prints: intercept heating-slope heating-point cooling-slope cooling-point adjusted-R2 ms-per-fit
"""
import sys
import time

import numpy as np
import pandas as pd
import statsmodels.api as sm

days = pd.read_csv(sys.argv[1])
points = np.arange(0, 30.25, 0.5)


def candidate(y, columns, heating, cooling):
    fit = sm.OLS(y, sm.add_constant(pd.DataFrame(columns))).fit()
    if (fit.params < 0).any():
        return None
    return (fit.rsquared_adj, fit.params["const"], fit.params.get("hdd", 0.0), heating, fit.params.get("cdd", 0.0), cooling)


def fit():
    y, t = days["use"], days["temperature"]
    heating = {p: (p - t).clip(lower=0) for p in points}
    cooling = {p: (t - p).clip(lower=0) for p in points}
    enough = lambda degrees: (degrees > 0).sum() >= 10 and degrees.sum() >= 20
    heating = {p: d for p, d in heating.items() if enough(d)}
    cooling = {p: d for p, d in cooling.items() if enough(d)}
    found = [candidate(y, {"hdd": d}, p, np.nan) for p, d in heating.items()]
    found += [candidate(y, {"cdd": d}, np.nan, p) for p, d in cooling.items()]
    found += [candidate(y, {"hdd": h, "cdd": c}, p, q) for p, h in heating.items() for q, c in cooling.items() if p <= q]
    return max((one for one in found if one is not None), key=lambda one: one[0])


best = fit()
start = time.perf_counter()
for _ in range(int(sys.argv[2])):
    fit()
took = (time.perf_counter() - start) * 1000 / int(sys.argv[2])
print(*[repr(float(x)) for x in (best[1], best[2], best[3], best[4], best[5], best[0], took)])
