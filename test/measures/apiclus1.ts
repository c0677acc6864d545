import type { ScoreTally } from "../../src/measures/design-based-mean.ts";

/**
 * Academic Performance Index in 2000 of the 183 schools of 15 districts drawn as clusters in
 * California: the columns dnum and api00 of the data set apiclus1 of the R package survey; every
 * school has the weight 33.847.
 */
const districts: Readonly<Record<string, string>> = {
  61: "701 748 735 699 685 827 711 677 759 697 742 691 700",
  135: `622 754 655 764 795 505 638 733 523 511 710 657 602 490 664 651 603 698 511 814 669 711 538
    705 595 551 762 521 709 780 780 722 828 737`,
  178: "529 491 510 547",
  197: "493 592 550 689 598 628 652 628 832 777 709 709 736",
  255: "814 806 715 785 720 905 617 630 629 696 476 757 825 595 552 847",
  406: "561 555",
  413: "551",
  437: "443 467 482 496",
  448: "703 676 714 842 824 717 836 733 719 817 749 781",
  510: `595 661 502 614 585 582 642 536 746 667 629 745 674 637 696 632 639 745 789 656 789`,
  568: "714 724 687 723 662 699 807 679 691",
  637: "608 684 612 710 729 714 759 585 625 664 669",
  716: `517 478 582 592 587 553 516 535 566 481 472 559 610 599 551 554 561 505 492 504 487 627 465
    529 625 436 542 515 461 528 512 508 670 760 652 546 717`,
  778: "411 494",
  815: "696 631 564 602",
};

export const apiclus1: readonly ScoreTally[] = Object.entries(districts).flatMap(
  ([cluster, scores]) =>
    scores.split(/\s+/).map((text) => ({
      ...{ stratum: "", cluster, weight: 33.846996307373 },
      ...{ score: Number(text), respondents: 1 },
    })),
);
