import { createRoot } from "react-dom/client";
import "../../../src/site/charts/chart.css";
import "../../../src/site/explore/explore.css";
import { Explore } from "../../../src/site/explore/Explore.tsx";
import "./page.css";
import { byGrade, byPartner, grades, monthly, partners } from "../figures.ts";

/** The explorer on a page of its own, as the site mounts it. */
createRoot(document.getElementById("content")!).render(
  <Explore
    definition={{
      title: "Time from joint alert to first action",
      per: null,
      breakdowns: ["month", "partner", "quarter,grade"],
      statistics: [{ name: "median", label: "Median", unit: "hours", decimals: 1 }],
    }}
    figures={[...monthly, ...byPartner, ...byGrade]}
    labels={{ partner: partners, grade: grades }}
    currency="EUR"
    base={10}
  />,
);
